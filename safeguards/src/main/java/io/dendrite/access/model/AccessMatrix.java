package io.dendrite.access.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which role may make which call: the table of {@code access-matrix.md}, read as it stands there, so that what people
 * read and what the services enforce cannot differ.
 */
public final class AccessMatrix {

    private static final String FILE = "/io/dendrite/access/access-matrix.md";
    private static final String NOBODY = "–";
    private static final List<String> HEAD =
            List.of("call", "front-desk", "clinician", "manager", "auditor", "system", "on record as");

    private final Map<String, AccessRule> rules = new LinkedHashMap<>();

    private AccessMatrix(String table) {
        List<List<String>> rows = table.lines()
                .filter(line -> line.startsWith("|"))
                .map(AccessMatrix::cells)
                .toList();
        if (rows.size() < 3 || !rows.get(0).equals(HEAD)) {
            throw new IllegalArgumentException("an access matrix begins with the columns " + HEAD);
        }
        rows.stream().skip(2).map(AccessMatrix::rule).forEach(rule -> {
            if (rules.put(rule.call(), rule) != null) {
                throw new IllegalArgumentException("the access matrix has two lines for " + rule.call());
            }
        });
    }

    /** The calls of one service. */
    public static AccessMatrix of(String service) {
        try (InputStream file = Objects.requireNonNull(AccessMatrix.class.getResourceAsStream(FILE), FILE)) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the section of a service.
     *
     * @throws IllegalArgumentException when there is none, or a line of it is not as it should be
     */
    static AccessMatrix parse(String text, String service) {
        String section = Arrays.stream(text.split("(?m)^## ", -1))
                .filter(part -> part.startsWith(service + "\n"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the access matrix does not know " + service));
        return new AccessMatrix(section);
    }

    /** The line of a handler; none means that nobody may call it. A HEAD is a GET without its body (RFC 9110, 9.3.2). */
    public Optional<AccessRule> rule(String method, String path) {
        return Optional.ofNullable(rules.get((method.equals("HEAD") ? "GET" : method) + " " + path));
    }

    /** All lines, in their order. */
    public List<AccessRule> rules() {
        return List.copyOf(rules.values());
    }

    private static List<String> cells(String line) {
        String[] cells = line.strip().split("\\|", -1);
        return Arrays.stream(cells, 1, cells.length - 1).map(String::strip).toList();
    }

    private static AccessRule rule(List<String> cells) {
        String[] call = cells.get(0).split(" ", 2);
        if (cells.size() != HEAD.size() || call.length != 2) {
            throw new IllegalArgumentException("not a line of the access matrix: " + cells);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int column = 1; column < 5; column++) {
            if (cells.get(column).equals("yes")) {
                roles.add(Role.ofClaim(HEAD.get(column)).orElseThrow());
            } else if (!cells.get(column).equals(NOBODY)) {
                throw new IllegalArgumentException("neither yes nor " + NOBODY + ": " + cells);
            }
        }
        return new AccessRule(call[0], call[1], roles, unlessNobody(cells.get(5)), unlessNobody(cells.get(6)));
    }

    private static @Nullable String unlessNobody(String cell) {
        return cell.equals(NOBODY) ? null : cell;
    }
}
