package io.dendrite.notification.site.model;

import java.time.LocalTime;
import java.util.Objects;

/**
 * Where a site's front desk is told each evening that tomorrow's list is ready.
 *
 * @param email the front desk's address
 * @param at the time of the day, on the clocks at the site
 * @param language BCP 47 tag of the language to write in
 */
public record Digest(String email, LocalTime at, String language) {

    /** Unless the site says otherwise. */
    public static final LocalTime DEFAULT_TIME = LocalTime.of(18, 0);

    public Digest {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(language, "language");
    }
}
