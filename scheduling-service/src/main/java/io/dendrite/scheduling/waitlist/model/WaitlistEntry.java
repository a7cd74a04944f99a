package io.dendrite.scheduling.waitlist.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A patient who waits for a place.
 *
 * @param id opaque
 * @param patientId who waits
 * @param treatmentId what for
 * @param siteIds where the patient would come, at least one
 * @param times when the patient can come
 * @param urgency how soon
 * @param reason why URGENT; null for the others, and once the patient is erased
 * @param since when the waiting began, in whole milliseconds
 * @param status what has become of it
 * @param offers the places offered so far, in order
 * @param bookingId the booking that ended the waiting; null without one
 * @param version rises by one with each change, from 1
 */
public record WaitlistEntry(
        String id,
        String patientId,
        String treatmentId,
        List<String> siteIds,
        WantedTimes times,
        Urgency urgency,
        @Nullable UrgencyReason reason,
        Instant since,
        WaitlistStatus status,
        List<MadeOffer> offers,
        @Nullable String bookingId,
        long version) {

    /** The order in which entries are served: the most urgent first, of these who waits longest. */
    public static final Comparator<WaitlistEntry> SERVED_FIRST = Comparator.comparing(WaitlistEntry::urgency)
            .thenComparing(WaitlistEntry::since)
            .thenComparing(WaitlistEntry::id);

    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    public WaitlistEntry {
        Objects.requireNonNull(times, "times");
        siteIds = List.copyOf(siteIds);
        offers = List.copyOf(offers);
        if (siteIds.isEmpty()) {
            throw new IllegalArgumentException("who waits does so for a place at some site");
        }
    }

    /** Somebody who begins to wait. */
    public static WaitlistEntry entered(
            String id,
            String patientId,
            String treatmentId,
            List<String> siteIds,
            WantedTimes times,
            Urgency urgency,
            @Nullable UrgencyReason reason,
            Instant now) {
        return new WaitlistEntry(
                id,
                patientId,
                treatmentId,
                siteIds,
                times,
                urgency,
                reason,
                now.truncatedTo(ChronoUnit.MILLIS),
                WaitlistStatus.WAITING,
                List.of(),
                null,
                1);
    }

    /** A text that sorts as {@link #SERVED_FIRST} does. */
    public String servedAs() {
        return urgency.rank() + "/" + SORTABLE.format(since) + "/" + id;
    }

    /** Whether a place is still wanted. */
    public boolean isWaiting() {
        return status == WaitlistStatus.WAITING;
    }

    /** The offer that nothing has become of yet, as far as the entry knows. */
    public Optional<MadeOffer> openOffer() {
        return offers.stream()
                .filter(offer -> offer.outcome() == OfferOutcome.OPEN)
                .findFirst();
    }

    /** The offer of a hold, if it was made to this entry. */
    public Optional<MadeOffer> offer(String holdId) {
        return offers.stream().filter(offer -> offer.holdId().equals(holdId)).findFirst();
    }

    /** Whether a visit may be offered as far as the patient's wishes and earlier answers go. */
    public boolean wants(String siteId, Instant start, Instant end, ZoneId zone) {
        return isWaiting()
                && siteIds.contains(siteId)
                && times.include(start, zone)
                && offers.stream().noneMatch(offer -> offer.rulesOut(siteId, start, end, zone));
    }

    /** The entry once a place is offered; unchanged if that offer is known already. */
    public WaitlistEntry offered(MadeOffer offer) {
        return offer(offer.holdId()).isPresent()
                ? this
                : with(status, Stream.concat(offers.stream(), Stream.of(offer)).toList(), bookingId);
    }

    /** The entry once an open offer came to an end; the waiting goes on. Unchanged if that is known already. */
    public WaitlistEntry answered(String holdId, OfferOutcome outcome, Instant now) {
        boolean open = offer(holdId)
                .filter(offer -> offer.outcome() == OfferOutcome.OPEN)
                .isPresent();
        return open ? with(status, ended(holdId, outcome, now), bookingId) : this;
    }

    /** The entry once an offer came to an end of which it may not have known; the waiting goes on. */
    public WaitlistEntry answered(MadeOffer offer, OfferOutcome outcome, Instant now) {
        Stream<MadeOffer> others = offers.stream().filter(made -> !made.holdId().equals(offer.holdId()));
        MadeOffer ended = offer.ended(outcome, now.truncatedTo(ChronoUnit.MILLIS));
        return with(status, Stream.concat(others, Stream.of(ended)).toList(), bookingId);
    }

    /** The entry once an offer was accepted. */
    public WaitlistEntry booked(String holdId, Instant now) {
        return with(WaitlistStatus.BOOKED, ended(holdId, OfferOutcome.ACCEPTED, now), holdId);
    }

    /** The entry after the waiting ended without a place. */
    public WaitlistEntry closed(WaitlistStatus how, Instant now) {
        List<MadeOffer> taken = openOffer()
                .map(open -> ended(open.holdId(), OfferOutcome.WITHDRAWN, now))
                .orElse(offers);
        return with(how, taken, bookingId);
    }

    private List<MadeOffer> ended(String holdId, OfferOutcome outcome, Instant now) {
        Instant when = now.truncatedTo(ChronoUnit.MILLIS);
        return offers.stream()
                .map(offer -> offer.holdId().equals(holdId) ? offer.ended(outcome, when) : offer)
                .toList();
    }

    private WaitlistEntry with(WaitlistStatus other, List<MadeOffer> otherOffers, @Nullable String otherBooking) {
        return new WaitlistEntry(
                id,
                patientId,
                treatmentId,
                siteIds,
                times,
                urgency,
                reason,
                since,
                other,
                otherOffers,
                otherBooking,
                version + 1);
    }
}
