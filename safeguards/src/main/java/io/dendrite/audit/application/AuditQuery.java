package io.dendrite.audit.application;

import io.dendrite.access.model.SiteScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records to show; a criterion that is null admits all.
 *
 * @param sites whose chains the caller may read
 * @param site only those of this site
 * @param patientId only those that concern this patient
 * @param actor only what this actor did
 * @param from only those at or after this time
 * @param to only those before this time
 * @param before only those that come after this position in the order of the answer
 * @param limit how many at most
 */
public record AuditQuery(
        SiteScope sites,
        @Nullable String site,
        @Nullable String patientId,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Position before,
        int limit) {

    /**
     * A place in the order of the answer: newest first, those of one instant by their id.
     *
     * @param time of the record at this place
     * @param id of that record
     */
    public record Position(Instant time, String id) {}
}
