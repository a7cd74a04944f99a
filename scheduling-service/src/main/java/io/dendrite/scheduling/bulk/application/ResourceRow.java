package io.dendrite.scheduling.bulk.application;

import io.dendrite.scheduling.bulk.model.ImportRow;
import io.dendrite.scheduling.bulk.model.RowError;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.http.Ids;
import io.dendrite.scheduling.http.OneLineValidator;
import io.dendrite.scheduling.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a resource of a row, by the rules that hold for one that is put singly. Skills are separated by blanks. */
final class ResourceRow {

    private static final int MOST_LANES = 20;
    private static final int MOST_SKILLS = 20;
    private static final int LONGEST_SKILL = 64;

    private ResourceRow() {}

    /**
     * The resource in its first version; empty when something is wrong.
     *
     * @param errors takes everything that is wrong; no message quotes a value
     */
    static Optional<Resource> resource(ImportRow row, String siteId, Consumer<RowError> errors) {
        List<RowError> found = new ArrayList<>();
        try {
            Ids.requireValid("id", row.value("id"));
        } catch (ProblemException e) {
            e.errors().forEach(error -> found.add(new RowError(row.line(), error.field(), error.message())));
        }
        if (!OneLineValidator.allows(row.value("name"), 200)) {
            found.add(new RowError(row.line(), "name", "must be 1 to 200 characters in one line"));
        }
        ResourceKind kind = kind(row.value("kind"));
        if (kind == null) {
            found.add(new RowError(row.line(), "kind", "must be one of " + Arrays.toString(ResourceKind.values())));
        }
        int lanes = lanes(row.value("lanes"));
        if (lanes < 1) {
            found.add(new RowError(row.line(), "lanes", "must be a whole number from 1 to " + MOST_LANES));
        }
        Set<String> skills = new TreeSet<>(Arrays.asList(row.value("skills").split("\\s+")));
        skills.remove("");
        if (skills.size() > MOST_SKILLS || skills.stream().anyMatch(skill -> skill.length() > LONGEST_SKILL)) {
            found.add(new RowError(
                    row.line(),
                    "skills",
                    "must be at most " + MOST_SKILLS + " words of at most " + LONGEST_SKILL + " characters"));
        }
        if (kind == null || !found.isEmpty()) {
            found.forEach(errors);
            return Optional.empty();
        }
        return Optional.of(new Resource(siteId, row.value("id"), kind, row.value("name"), skills, lanes, null, 1));
    }

    private static @Nullable ResourceKind kind(String text) {
        return Arrays.stream(ResourceKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static int lanes(String text) {
        return text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= MOST_LANES ? Integer.parseInt(text) : 0;
    }
}
