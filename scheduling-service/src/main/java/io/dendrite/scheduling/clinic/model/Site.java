package io.dendrite.scheduling.clinic.model;

import java.time.ZoneId;
import java.util.Objects;

/**
 * A clinic location. Its name, address and phone are what messages to patients show, so the name is a neutral one.
 *
 * @param id chosen by the clinic, such as {@code riverside}
 * @param name the public name
 * @param timeZone the IANA zone in which the opening hours are meant
 * @param address where patients go, in one line
 * @param phone whom patients call
 * @param openingHours when patients can be there
 * @param version rises by one with each change, from 1
 */
public record Site(
        String id, String name, ZoneId timeZone, String address, String phone, WeeklyHours openingHours, long version) {

    public Site {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(openingHours, "openingHours");
    }

    /** The same site in another version. */
    public Site atVersion(long other) {
        return new Site(id, name, timeZone, address, phone, openingHours, other);
    }
}
