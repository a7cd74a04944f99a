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

    /** Whether it is about a part of a call, which the path names in braces. */
    boolean isPart() {
        return path.contains(" {");
    }

    /** The call that it is about, whole or in part. */
    String call() {
        return method + " " + path.replaceFirst(" \\{.*", "");
    }

    /** The line's name, for messages. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
