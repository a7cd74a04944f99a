package io.dendrite.scheduling.calendar.web;

import static io.dendrite.scheduling.calendar.web.BookingAnswer.at;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.clinic.model.Site;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hold as it is answered, in the time of its site. */
@Schema(name = "Hold")
record HoldAnswer(
        @Schema(example = "f47ac10b-58cc-4372-a567-0e02b2c3d479", description = "Also the id of the booking it becomes")
        String id,

        @Schema(example = "riverside") String siteId,
        @Schema(example = "America/Los_Angeles") String timeZone,
        String patientId,
        @Schema(example = "iv-mood-2") String treatmentId,
        OffsetDateTime createdAt,
        @Schema(example = "1") long version,
        OffsetDateTime expiresAt,

        @Schema(description = "Whether it had its one extension")
        boolean extended,

        @Schema(description = "The actor who holds it") String heldBy,

        @Schema(description = "The entry of the waiting list that it is an offer to; mostly absent") @Nullable
        String waitlistEntry,

        List<HeldVisit> appointments) {

    static HoldAnswer of(Hold hold, Site site) {
        ZoneId zone = site.timeZone();
        return new HoldAnswer(
                hold.id(),
                hold.siteId(),
                zone.getId(),
                hold.patientId(),
                hold.visits().treatmentId(),
                at(hold.visits().createdAt(), zone),
                hold.version(),
                at(hold.expiresAt(), zone),
                hold.extended(),
                hold.heldBy(),
                hold.waitlistEntry(),
                hold.visits().appointments().stream()
                        .map(visit -> HeldVisit.of(visit, zone))
                        .toList());
    }

    /** What would be an appointment. */
    @Schema(name = "HeldVisit")
    record HeldVisit(
            @Schema(description = "The id of the appointment that it becomes")
            String id,

            OffsetDateTime start,
            OffsetDateTime end,
            List<BookingAnswer.PhaseAnswer> phases) {

        static HeldVisit of(Appointment visit, ZoneId zone) {
            return new HeldVisit(
                    visit.id(),
                    at(visit.start(), zone),
                    at(visit.end(), zone),
                    visit.phases().stream()
                            .map(phase -> BookingAnswer.PhaseAnswer.of(phase, zone))
                            .toList());
        }
    }
}
