package io.dendrite.localissuer.files;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Random secrets by name, kept as lines {@code name=secret} from the first time they are asked for. */
public final class Secrets {

    /** More than can be guessed (RFC 6749, section 10.10 asks for 128). */
    private static final int BITS = 192;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, String> secrets;

    private Secrets(Map<String, String> secrets) {
        this.secrets = secrets;
    }

    /** Reads the file, and adds to it those names that are missing. */
    public static Secrets in(OwnerOnlyFile file, Collection<String> names) {
        Map<String, String> known = file.read().map(Secrets::parsed).orElseGet(TreeMap::new);
        if (!known.keySet().containsAll(names)) {
            names.forEach(name -> known.computeIfAbsent(name, missing -> random()));
            file.write(known.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                    .collect(Collectors.joining()));
        }
        return new Secrets(known);
    }

    /**
     * The secret of this name.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public String of(String name) {
        return Optional.ofNullable(secrets.get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no secret of " + name));
    }

    private static Map<String, String> parsed(String text) {
        Map<String, String> known = new TreeMap<>();
        text.lines()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2 && !parts[1].isBlank())
                .forEach(parts -> known.put(parts[0].trim(), parts[1].trim()));
        return known;
    }

    private static String random() {
        byte[] bytes = new byte[BITS / 8];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
