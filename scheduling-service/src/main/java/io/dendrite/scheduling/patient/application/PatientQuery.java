package io.dendrite.scheduling.patient.application;

import io.dendrite.access.model.SiteScope;
import org.jspecify.annotations.Nullable;

/**
 * Which patients to list, in the order of their ids.
 *
 * @param sites only those whom one of these sites knows
 * @param name the beginning of a family name, a given name or both in either order; case, accents and commas do not
 *     matter; empty for all
 * @param email only those with this address; case does not matter; null for all
 * @param afterId only those after this id; null from the beginning
 * @param limit how many at most
 */
public record PatientQuery(
        SiteScope sites,
        String name,
        @Nullable String email,
        @Nullable String afterId,
        int limit) {

    /** The same, of other sites. */
    PatientQuery within(SiteScope scope) {
        return new PatientQuery(scope, name, email, afterId, limit);
    }
}
