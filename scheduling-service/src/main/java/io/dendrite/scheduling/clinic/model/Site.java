package io.dendrite.scheduling.clinic.model;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A clinic location. Its name, address and phone are what messages to patients show, so the name is a neutral one.
 *
 * @param id chosen by the clinic, such as {@code riverside}
 * @param name the public name
 * @param timeZone the IANA zone in which the opening hours are meant
 * @param address where patients go, in one line
 * @param phone whom patients call
 * @param openingHours when patients can be there
 * @param certifications the programmes that it is certified for; only there their treatments are given
 * @param version rises by one with each change, from 1
 */
public record Site(
        String id,
        String name,
        ZoneId timeZone,
        String address,
        String phone,
        WeeklyHours openingHours,
        Set<String> certifications,
        long version) {

    public Site {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(openingHours, "openingHours");
        certifications = Collections.unmodifiableSet(new TreeSet<>(certifications));
    }

    /** A site without certifications. */
    public Site(
            String id,
            String name,
            ZoneId timeZone,
            String address,
            String phone,
            WeeklyHours openingHours,
            long version) {
        this(id, name, timeZone, address, phone, openingHours, Set.of(), version);
    }

    /** The same site in another version. */
    public Site atVersion(long other) {
        return new Site(id, name, timeZone, address, phone, openingHours, certifications, other);
    }
}
