package io.dendrite.scheduling.waitlist.web;

import io.dendrite.scheduling.waitlist.model.MadeOffer;
import io.dendrite.scheduling.waitlist.model.OfferOutcome;
import io.dendrite.scheduling.waitlist.model.Urgency;
import io.dendrite.scheduling.waitlist.model.UrgencyReason;
import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import io.dendrite.scheduling.waitlist.model.WaitlistStatus;
import io.dendrite.scheduling.waitlist.model.WantedTimes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An entry of the waitlist as it is answered; times of an offer in the time of its site. */
@Schema(name = "WaitlistEntry")
record WaitlistAnswer(
        String id,
        String patientId,
        String treatmentId,
        List<String> siteIds,
        String from,
        String to,
        @Nullable List<DayOfWeek> weekdays,
        @Nullable HoursAnswer timeOfDay,
        Urgency urgency,

        @Schema(description = "Why it is URGENT; told to clinicians only") @Nullable
        UrgencyReason reasonCode,

        @Schema(description = "Since when the patient waits")
        Instant since,

        WaitlistStatus status,

        @Schema(description = "The place that is offered now") @Nullable
        OfferAnswer offer,

        @Schema(description = "The places that were offered before and not taken") @Nullable
        List<OfferAnswer> earlierOffers,

        @Nullable String bookingId,
        long version) {

    /** Hours within which the visit starts. */
    @Schema(name = "WaitlistEntryHours")
    record HoursAnswer(String from, String to) {}

    /** An offered place. */
    @Schema(name = "Offer")
    record OfferAnswer(
            String holdId,
            String siteId,
            OffsetDateTime start,
            OffsetDateTime end,
            OffsetDateTime expiresAt,
            OfferOutcome outcome) {

        static OfferAnswer of(MadeOffer offer, ZoneId zone) {
            return new OfferAnswer(
                    offer.holdId(),
                    offer.siteId(),
                    offer.start().atZone(zone).toOffsetDateTime(),
                    offer.end().atZone(zone).toOffsetDateTime(),
                    offer.expiresAt().atZone(zone).toOffsetDateTime(),
                    offer.outcome());
        }
    }

    /**
     * Writes an entry.
     *
     * @param withReason whether the reader may know why it is urgent
     * @param zoneOf the zone of a site
     */
    static WaitlistAnswer of(WaitlistEntry entry, boolean withReason, Function<String, ZoneId> zoneOf) {
        WantedTimes times = entry.times();
        boolean anyTime = times.notBefore().equals(times.before());
        List<OfferAnswer> earlier = entry.offers().stream()
                .filter(offer -> offer.outcome() != OfferOutcome.OPEN)
                .map(offer -> OfferAnswer.of(offer, zoneOf.apply(offer.siteId())))
                .toList();
        return new WaitlistAnswer(
                entry.id(),
                entry.patientId(),
                entry.treatmentId(),
                entry.siteIds(),
                times.from().toString(),
                times.to().toString(),
                times.weekdays().isEmpty()
                        ? null
                        : times.weekdays().stream().sorted().toList(),
                anyTime
                        ? null
                        : new HoursAnswer(
                                times.notBefore().toString(), times.before().toString()),
                entry.urgency(),
                withReason ? entry.reason() : null,
                entry.since(),
                entry.status(),
                entry.openOffer()
                        .map(offer -> OfferAnswer.of(offer, zoneOf.apply(offer.siteId())))
                        .orElse(null),
                earlier.isEmpty() ? null : earlier,
                entry.bookingId(),
                entry.version());
    }
}
