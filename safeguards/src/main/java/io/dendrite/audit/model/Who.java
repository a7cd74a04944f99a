package io.dendrite.audit.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who did it, and from where.
 *
 * @param actor the subject of the token, or the service itself for its own jobs
 * @param roles the actor's roles then, in order
 * @param address the network address that the request came from; empty for jobs
 * @param breakGlass the emergency override that it was done under; null without one
 */
public record Who(
        String actor,
        List<String> roles,
        String address,
        @Nullable String breakGlass) {

    public Who {
        roles = List.copyOf(roles);
    }
}
