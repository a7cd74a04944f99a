package io.dendrite.scheduling.calendar.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A booking that is not yet confirmed: it occupies all that the booking would, until it expires, is given up or becomes
 * the booking.
 *
 * @param visits the booking that it becomes, with the hold's id and version
 * @param expiresAt from when on it holds nothing, whoever has noticed
 * @param extended whether it got its one extension
 * @param heldBy whose it is: the actor who asked for it
 * @param place which of the actor's places it takes, from 1; 0 when it does not count
 * @param waitlistEntry the entry of the waiting list that it is an offer to; null when it is none
 */
public record Hold(
        Booking visits,
        Instant expiresAt,
        boolean extended,
        String heldBy,
        int place,
        @Nullable String waitlistEntry) implements CalendarEntry {

    /** A new hold. Its end is kept in whole milliseconds. */
    public static Hold of(Booking visits, Duration lasts, String heldBy, int place, @Nullable String waitlistEntry) {
        return new Hold(visits, visits.createdAt().plus(lasts), false, heldBy, place, waitlistEntry);
    }

    @Override
    public String id() {
        return visits.id();
    }

    @Override
    public String siteId() {
        return visits.siteId();
    }

    @Override
    public long version() {
        return visits.version();
    }

    /** For whom it is held. */
    public String patientId() {
        return visits.patientId();
    }

    /** Whether it still holds anything. */
    public boolean standsAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    /**
     * The hold for as long again as it was made for.
     *
     * @throws IllegalStateException when it was extended before
     */
    public Hold longer() {
        if (extended) {
            throw new IllegalStateException("hold " + id() + " was extended before");
        }
        Duration lasts = Duration.between(visits.createdAt(), expiresAt);
        return new Hold(
                visits.asOneChange(UnaryOperator.identity()),
                expiresAt.plus(lasts),
                true,
                heldBy,
                place,
                waitlistEntry);
    }

    /** The booking that it becomes at an instant, under the same id, on the same places. */
    public Booking booked(Instant now) {
        return new Booking(
                id(),
                siteId(),
                patientId(),
                visits.treatmentId(),
                now.truncatedTo(ChronoUnit.MILLIS),
                version() + 1,
                visits.appointments(),
                visits.additions());
    }

    @Override
    public Quarters extent() {
        return visits.extent();
    }

    @Override
    public List<String> claims() {
        return visits.claims();
    }

    /**
     * Beside the patient, what there must be one of only: the actor's place, so that nobody holds more than they have
     * places for, and the offer to an entry of the waiting list.
     */
    @Override
    public List<String> patientClaims() {
        Stream<String> actor = place == 0 ? Stream.empty() : Stream.of("holder-" + heldBy + '#' + place);
        return Stream.of(
                        visits.patientClaims().stream(),
                        actor,
                        Stream.ofNullable(waitlistEntry).map("offer-"::concat))
                .flatMap(claims -> claims)
                .toList();
    }
}
