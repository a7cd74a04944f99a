package io.dendrite.scheduling.treatment.model;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One lane of one resource that a phase occupies.
 *
 * @param kind the name of a resource kind of the clinic, such as {@code CHAIR}
 * @param skills what the resource must be able to do; empty for any
 */
public record Need(String kind, Set<String> skills) {

    public Need {
        Objects.requireNonNull(kind, "kind");
        skills = Collections.unmodifiableSet(new TreeSet<>(skills));
    }
}
