package io.dendrite.notification.site.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Between which times of the day, on the clocks at the site, patients are written to about something that can wait.
 *
 * @param from the first minute
 * @param to the last minute, later than {@code from}
 */
public record CivilHours(LocalTime from, LocalTime to) {

    /** From eight in the morning to eight in the evening. */
    public static final CivilHours DEFAULT = new CivilHours(LocalTime.of(8, 0), LocalTime.of(20, 0));

    public CivilHours {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to");
        }
    }

    /** The last civil moment that is not after the given local time: what falls into the night moves to the evening. */
    Instant atOrBefore(LocalDateTime wanted, ZoneId zone) {
        LocalDateTime civil = wanted;
        if (wanted.toLocalTime().isAfter(to)) {
            civil = wanted.toLocalDate().atTime(to);
        } else if (wanted.toLocalTime().isBefore(from)) {
            civil = wanted.toLocalDate().minusDays(1).atTime(to);
        }
        return civil.atZone(zone).toInstant();
    }
}
