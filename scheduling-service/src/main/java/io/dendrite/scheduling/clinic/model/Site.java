package io.dendrite.scheduling.clinic.model;

import java.time.Instant;
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
 * @param noShowAfterMinutes how long after a visit's start a missing patient is proposed as a no-show
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
        int noShowAfterMinutes,
        long version) {

    /** Unless the clinic says otherwise. */
    public static final int DEFAULT_NO_SHOW_AFTER_MINUTES = 30;

    public Site {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(openingHours, "openingHours");
        certifications = Collections.unmodifiableSet(new TreeSet<>(certifications));
    }

    /** A site without certifications and with the defaults of the rest. */
    public Site(
            String id,
            String name,
            ZoneId timeZone,
            String address,
            String phone,
            WeeklyHours openingHours,
            long version) {
        this(id, name, timeZone, address, phone, openingHours, Set.of(), DEFAULT_NO_SHOW_AFTER_MINUTES, version);
    }

    /**
     * Whether the site closes before a visit that began when it was open comes to its end.
     *
     * @param end of the visit
     * @param start when the visit was to begin, within opening hours
     */
    public boolean isClosedBefore(Instant end, Instant start) {
        return openingHours.openings(start.atZone(timeZone).toLocalDate(), timeZone).stream()
                .filter(opening -> !start.isBefore(opening.from()) && start.isBefore(opening.to()))
                .anyMatch(opening -> end.isAfter(opening.to()));
    }

    /** The same site in another version. */
    public Site atVersion(long other) {
        return new Site(id, name, timeZone, address, phone, openingHours, certifications, noShowAfterMinutes, other);
    }
}
