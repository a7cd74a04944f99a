package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/** Reads times as requests carry them, and says what is wrong with one that cannot be meant. */
final class StartTime {

    private static final Duration FURTHEST = Duration.ofDays(2 * 366);

    /** Java reads years of nine digits, which the database's dates do not reach. */
    private static final int LAST_YEAR = 9999;

    private StartTime() {}

    /**
     * The quarter of a start that lies in the future and on the grid.
     *
     * @throws ProblemException 400 naming the field
     */
    static long quarter(String field, String text, ZoneId zone, Instant now) {
        Instant start = instant(field, text, zone);
        if (!TimeGrid.contains(start)) {
            throw ProblemException.invalid(
                    field,
                    "must lie on the " + TimeGrid.MINUTES + "-minute grid: minutes 00, 15, 30 or 45, no seconds");
        }
        if (start.isBefore(now)) {
            throw ProblemException.invalid(field, "must not lie in the past");
        }
        if (start.isAfter(now.plus(FURTHEST))) {
            throw ProblemException.invalid(field, "must lie within the next two years");
        }
        return TimeGrid.quarterOf(start);
    }

    /**
     * A time with an offset, or wall-clock time of a zone.
     *
     * @throws ProblemException 400 when it cannot be read, or does not exist or exists twice on the zone's clocks
     */
    static Instant instant(String field, String text, ZoneId zone) {
        TemporalAccessor time;
        try {
            time = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException e) {
            throw unreadable(field);
        }
        int year = time.get(ChronoField.YEAR);
        if (year < 1 || year > LAST_YEAR) {
            throw unreadable(field);
        }
        return time instanceof OffsetDateTime withOffset
                ? withOffset.toInstant()
                : ofWallClock(field, LocalDateTime.from(time), zone);
    }

    private static ProblemException unreadable(String field) {
        return ProblemException.invalid(field, "must be an existing date and time such as 2027-03-08T09:00:00-08:00");
    }

    private static Instant ofWallClock(String field, LocalDateTime time, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw ProblemException.invalid(field, "does not exist in " + zone + ": the clocks skip that time");
        }
        if (offsets.size() > 1) {
            throw ProblemException.invalid(
                    field,
                    "happens twice in " + zone + ": give an offset, " + offsets.get(0) + " or " + offsets.get(1));
        }
        return time.toInstant(offsets.get(0));
    }
}
