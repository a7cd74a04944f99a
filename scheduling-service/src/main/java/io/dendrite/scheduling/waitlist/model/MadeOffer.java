package io.dendrite.scheduling.waitlist.model;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A place that was offered to an entry.
 *
 * @param holdId the hold in the calendar that keeps the place; the booking has the same id once it is accepted
 * @param siteId where
 * @param start when the patient would be expected
 * @param end when the patient would leave
 * @param madeAt since when it stands
 * @param expiresAt until when it can be accepted, exclusive
 * @param outcome what became of it
 * @param endedAt when that was known; null while it is open
 */
public record MadeOffer(
        String holdId,
        String siteId,
        Instant start,
        Instant end,
        Instant madeAt,
        Instant expiresAt,
        OfferOutcome outcome,
        @Nullable Instant endedAt) {

    /** An offer that is made now. */
    public static MadeOffer open(
            String holdId, String siteId, Instant start, Instant end, Instant now, Instant expiresAt) {
        return new MadeOffer(holdId, siteId, start, end, now, expiresAt, OfferOutcome.OPEN, null);
    }

    /** The same offer after its end. */
    MadeOffer ended(OfferOutcome how, Instant when) {
        return new MadeOffer(holdId, siteId, start, end, madeAt, expiresAt, how, when);
    }

    /**
     * Whether a visit at the site would be what was offered here and not taken. Who declined is not asked about a time
     * that overlaps it; who did not answer is not asked again about that day.
     *
     * @param zone the site's
     */
    boolean rulesOut(String atSite, Instant otherStart, Instant otherEnd, ZoneId zone) {
        if (!siteId.equals(atSite)) {
            return false;
        }
        return switch (outcome) {
            case DECLINED -> otherStart.isBefore(end) && start.isBefore(otherEnd);
            case EXPIRED ->
                otherStart.atZone(zone).toLocalDate().equals(start.atZone(zone).toLocalDate());
            case OPEN, ACCEPTED, WITHDRAWN -> false;
        };
    }
}
