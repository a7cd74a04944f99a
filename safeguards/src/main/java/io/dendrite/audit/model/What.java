package io.dendrite.audit.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done, to whom and to what. Never a value of the data itself.
 *
 * @param action the action of the matrix such as {@code patient.read}
 * @param patients the ids of all patients whose data it was, or was shown; in order
 * @param resource what was read or changed, as {@code kind/id}; null when it was a list
 * @param version the resource's version after a change, or as it was read; null where there is none
 * @param changed the names of the fields that a change gave other values; in order
 */
public record What(
        String action,
        List<String> patients,
        @Nullable String resource,
        @Nullable Long version,
        List<String> changed) {

    public What {
        patients = List.copyOf(patients);
        changed = List.copyOf(changed);
    }
}
