package io.dendrite.access.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the matrix.
 *
 * @param method the HTTP method
 * @param path the path with its variables, as the handler declares it
 * @param roles the people who may call it
 * @param scope what a machine needs; null when no machine may
 * @param recordedAs the action under which the audit keeps each call; null when only refusals are kept
 */
public record AccessRule(
        String method,
        String path,
        Set<Role> roles,
        @Nullable String scope,
        @Nullable String recordedAs) {

    public AccessRule {
        roles = Set.copyOf(roles);
    }

    /** The call as the matrix writes it. */
    public String call() {
        return method + " " + path;
    }
}
