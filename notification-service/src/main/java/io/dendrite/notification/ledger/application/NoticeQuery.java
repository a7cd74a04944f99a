package io.dendrite.notification.ledger.application;

import io.dendrite.notification.ledger.model.NoticeStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which notices to list; a criterion that is null admits all.
 *
 * @param patientId only those to this patient
 * @param bookingId only those about this booking
 * @param status only those in this state
 * @param sites only those of these sites; an empty set admits none
 * @param limit how many at most
 * @param after only those that follow this position, in the order of the list
 */
public record NoticeQuery(
        @Nullable String patientId,
        @Nullable String bookingId,
        @Nullable NoticeStatus status,
        @Nullable Set<String> sites,
        int limit,
        @Nullable Position after) {

    public NoticeQuery {
        sites = sites == null ? null : Set.copyOf(sites);
    }

    /**
     * A place in the list, which is ordered by time of recording and then id, both descending.
     *
     * @param createdAt when the notice at this place was recorded
     * @param id its id
     */
    public record Position(Instant createdAt, String id) {}
}
