package io.dendrite.scheduling.waitlist.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Until when an offer can be accepted. The sooner the place, the shorter: a place that nobody answers for has to reach
 * the next in line while they can still come. The lengths are the clinic's defaults, chosen by us.
 */
public final class OfferDeadline {

    /** The shortest time to answer: somebody has to be reached first. */
    public static final Duration SHORTEST = Duration.ofMinutes(30);

    /** The shortest notice of a visit: to be on the way, and to find an escort. */
    public static final Duration LEAST_NOTICE = Duration.ofHours(2);

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime ANSWERED_BY = LocalTime.of(9, 0);

    private OfferDeadline() {}

    /**
     * How long before a visit the patient must know of it: whoever has just eaten must still be able to fast.
     *
     * @param fastingHours the longest of the treatment's preparation
     */
    public static Duration notice(int fastingHours) {
        Duration fasting = Duration.ofHours(fastingHours);
        return fasting.compareTo(LEAST_NOTICE) > 0 ? fasting : LEAST_NOTICE;
    }

    /**
     * The deadline of an offer that is made now; empty when the place is too soon for anybody to attend who has the
     * shortest time to answer.
     *
     * @param notice see {@link #notice(int)}
     * @param zone the site's: an answer is not due at night
     */
    public static Optional<Instant> of(Instant now, Instant start, Duration notice, ZoneId zone) {
        Instant last = start.minus(notice);
        Instant earliest = now.plus(SHORTEST);
        if (last.isBefore(earliest)) {
            return Optional.empty();
        }
        Instant forTheNext = last.minus(SHORTEST);
        Instant latest = forTheNext.isBefore(earliest) ? last : forTheNext;
        Instant wanted = now.plus(timeToAnswer(Duration.between(now, start)));
        Instant awake = notAtNight(wanted, zone);
        Instant deadline = awake.isAfter(latest) ? wanted : awake;
        return Optional.of(deadline.isAfter(latest) ? latest : deadline);
    }

    private static Duration timeToAnswer(Duration untilStart) {
        if (untilStart.compareTo(Duration.ofDays(7)) > 0) {
            return Duration.ofDays(1);
        }
        if (untilStart.compareTo(Duration.ofDays(2)) > 0) {
            return Duration.ofHours(4);
        }
        return untilStart.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofHours(2) : SHORTEST;
    }

    private static Instant notAtNight(Instant deadline, ZoneId zone) {
        ZonedDateTime local = deadline.atZone(zone);
        if (local.toLocalTime().isBefore(MORNING)) {
            return local.with(ANSWERED_BY).toInstant();
        }
        return local.toLocalTime().isBefore(EVENING)
                ? deadline
                : local.plusDays(1).with(ANSWERED_BY).toInstant();
    }
}
