package io.dendrite.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operations of an OpenAPI document, each with a request as it should be. */
final class FuzzedOperations {

    private static final int DEEPEST = 6;
    private final JsonNode document;

    FuzzedOperations(JsonNode document) {
        this.document = document;
    }

    /**
     * An operation.
     *
     * @param method the HTTP method
     * @param path the path with its variables
     * @param parameters example values of its parameters, by "in name"
     * @param body an example of its body; null when it has none
     */
    record Operation(
            String method,
            String path,
            Map<String, String> parameters,
            @Nullable JsonNode body) {}

    List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode parameters = operation.getValue().path("parameters");
                    JsonNode schema = operation
                            .getValue()
                            .path("requestBody")
                            .path("content")
                            .path("application/json")
                            .path("schema");
                    Map<String, String> examples = new TreeMap<>();
                    parameters.forEach(parameter -> examples.put(
                            parameter.path("in").asString("") + " "
                                    + parameter.path("name").asString(""),
                            parameter
                                    .path("example")
                                    .asString(
                                            example(parameter.path("schema"), 0).asString("1"))));
                    all.add(new Operation(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            examples,
                            schema.isMissingNode() ? null : example(schema, 0)));
                }));
        return all;
    }

    private JsonNode example(JsonNode schema, int depth) {
        if (schema.has("$ref") && depth < DEEPEST) {
            return example(document.at(schema.get("$ref").asString("").substring(1)), depth + 1);
        }
        if (schema.has("example")) {
            return schema.get("example");
        }
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String type = schema.path("type").isArray()
                ? schema.path("type").path(0).asString("")
                : schema.path("type").asString(schema.has("properties") ? "object" : "");
        switch (type) {
            case "object" -> {
                ObjectNode object = nodes.objectNode();
                if (depth < DEEPEST) {
                    schema.path("properties")
                            .properties()
                            .forEach(
                                    property -> object.set(property.getKey(), example(property.getValue(), depth + 1)));
                }
                return object;
            }
            case "array" -> {
                ArrayNode array = nodes.arrayNode();
                if (depth < DEEPEST) {
                    array.add(example(schema.path("items"), depth + 1));
                }
                return array;
            }
            case "integer", "number" -> {
                return nodes.numberNode(1);
            }
            case "boolean" -> {
                return nodes.booleanNode(true);
            }
            default -> {
                return schema.has("enum") ? schema.path("enum").path(0) : nodes.stringNode("text");
            }
        }
    }
}
