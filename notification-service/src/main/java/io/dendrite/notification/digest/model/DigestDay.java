package io.dendrite.notification.digest.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A day of which a site's front desk is told the evening before.
 *
 * @param siteId the site
 * @param date the day, on the clocks at the site
 */
public record DigestDay(String siteId, LocalDate date) {

    /** The day to tell of at a moment; empty before the evening. What was not told by midnight is not told any more. */
    public static Optional<DigestDay> at(Instant now, String siteId, ZoneId zone, LocalTime evening) {
        ZonedDateTime local = now.atZone(zone);
        return local.toLocalTime().isBefore(evening)
                ? Optional.empty()
                : Optional.of(new DigestDay(siteId, local.toLocalDate().plusDays(1)));
    }

    /** One text for both. */
    public String key() {
        return siteId + "|" + date;
    }
}
