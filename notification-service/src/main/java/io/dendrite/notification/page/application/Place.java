package io.dendrite.notification.page.application;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * When and where a patient is expected.
 *
 * @param start from when
 * @param end until when
 * @param timeZone of the site
 * @param siteName the site's public name
 * @param address where to come
 * @param phone whom to call
 */
public record Place(Instant start, Instant end, ZoneId timeZone, String siteName, String address, String phone) {

    public Place {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(siteName, "siteName");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(phone, "phone");
    }
}
