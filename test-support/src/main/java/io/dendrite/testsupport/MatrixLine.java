package io.dendrite.testsupport;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of the access matrix, as tests try it.
 *
 * @param method the HTTP method
 * @param path the path as the handler declares it
 * @param roles the people who may call it
 * @param scope what a machine needs; null when none may
 */
public record MatrixLine(
        String method,
        String path,
        Set<String> roles,
        @Nullable String scope) {

    /** The call, for messages. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
