package io.dendrite.scheduling.bulk.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file holds, and the columns that it needs and may have. */
public enum ImportKind {
    PATIENTS,
    RESOURCES,
    APPOINTMENTS;

    /** The kind that a request names, such as {@code patients}. */
    public static Optional<ImportKind> of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }

    /** How requests name it. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with these column names; empty when they will do. Their order is free. */
    public Optional<String> headerProblem(List<String> columns) {
        Set<String> seen = new HashSet<>(columns);
        if (seen.size() < columns.size()) {
            return Optional.of("must name each column once");
        }
        if (!seen.containsAll(required())) {
            return Optional.of("must have the columns " + String.join(", ", required()));
        }
        List<String> known = new ArrayList<>(required());
        known.addAll(optional());
        return known.containsAll(seen)
                ? Optional.empty()
                : Optional.of("must have no columns but " + String.join(", ", known));
    }

    private List<String> required() {
        return switch (this) {
            case PATIENTS -> List.of("externalId", "givenName", "familyName", "birthDate", "language", "emailConsent");
            case RESOURCES -> List.of("id", "kind", "name", "lanes");
            case APPOINTMENTS -> List.of("externalId", "patientExternalId", "treatmentId", "start");
        };
    }

    private List<String> optional() {
        return switch (this) {
            case PATIENTS -> List.of("email", "phone");
            case RESOURCES -> List.of("skills");
            case APPOINTMENTS -> List.of("resources");
        };
    }
}
