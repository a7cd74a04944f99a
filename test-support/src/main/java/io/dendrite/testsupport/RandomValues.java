package io.dendrite.testsupport;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that a careless client, or a malicious one, might send. */
final class RandomValues {

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "null",
            "true",
            "0",
            "-1",
            "9223372036854775808",
            "1e999",
            "NaN",
            "' OR 1=1 --",
            "{\"$ne\":null}",
            "{\"$where\":\"sleep(1000)\"}",
            "../../../etc/passwd",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "\r\nX-Injected: yes",
            "\u0000",
            "\u202e",
            "\ud83d\udca9",
            "\ud800",
            "e\u0301".repeat(50),
            "x".repeat(300),
            "x".repeat(5_000),
            "2027-02-30",
            "+999999999-12-31T23:59:59Z",
            "-0001-01-01",
            "2027-03-08T09:00:00-08:00",
            "2027-03-08T09:07:31.123456789+99:99",
            "24:00",
            "riverside",
            "iv-mood-2",
            "*",
            "-",
            "W/\"1\"",
            "\"1\"");

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    String text() {
        if (random.nextInt(4) > 0) {
            return NASTY.get(random.nextInt(NASTY.size()));
        }
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        }
        return text.toString();
    }

    /** Any JSON value, not too deep. */
    JsonNode value(int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 3 ? 6 : 8)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextInt());
            case 3 -> nodes.numberNode(random.nextLong());
            case 4 -> nodes.numberNode(random.nextDouble() * 1e300);
            case 5 -> nodes.stringNode(text());
            case 6 -> {
                ArrayNode array = nodes.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(depth + 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = nodes.objectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set(text(), value(depth + 1));
                }
                yield object;
            }
        };
    }

    /** The value with something in it taken away, doubled, renamed or replaced. */
    JsonNode mutated(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty() && random.nextInt(5) > 0) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(text(), object.get(name));
                case 2 -> object.set(name, value(0));
                default -> object.set(name, mutated(object.get(name)));
            }
            return object;
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && random.nextInt(5) > 0) {
            int place = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(place);
                case 1 -> array.add(array.get(place));
                default -> array.set(place, mutated(array.get(place)));
            }
            return array;
        }
        return value(1);
    }

    /** JSON text that may be broken off, doubled or have a field twice. */
    String written(JsonNode node, JsonMapper json) {
        String text = json.writeValueAsString(node);
        return switch (random.nextInt(12)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> text + text;
            case 2 -> text.replaceFirst("\\{", "{\"a\":1,\"a\":2,");
            case 3 -> "[".repeat(random.nextInt(2_000)) + text;
            default -> text;
        };
    }
}
