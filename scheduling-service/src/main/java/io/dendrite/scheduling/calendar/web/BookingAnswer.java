package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.Deviations;
import io.dendrite.scheduling.calendar.application.RefusedVisit;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentKind;
import io.dendrite.scheduling.calendar.model.AppointmentStatus;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Reservation;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.Transition;
import io.dendrite.scheduling.clinic.model.Site;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking as it is answered, in the time of its site. */
@Schema(name = "Booking")
record BookingAnswer(
        @Schema(example = "f47ac10b-58cc-4372-a567-0e02b2c3d479")
        String id,

        @Schema(example = "riverside") String siteId,
        @Schema(example = "America/Los_Angeles") String timeZone,
        String patientId,
        @Schema(example = "iv-mood-2") String treatmentId,
        OffsetDateTime createdAt,
        @Schema(example = "1") long version,
        List<AppointmentAnswer> appointments,

        @Schema(description = "Where the visits leave the treatment's protocol; absent where they do not") @Nullable
        List<Deviations.Deviation> warnings,

        @Schema(description = "What could not be booked; only where a booking in part was asked for") @Nullable
        List<RefusedVisit> refused) {

    static BookingAnswer of(
            Booking booking, Site site, List<Deviations.Deviation> deviations, @Nullable List<RefusedVisit> refused) {
        ZoneId zone = site.timeZone();
        return new BookingAnswer(
                booking.id(),
                booking.siteId(),
                zone.getId(),
                booking.patientId(),
                booking.treatmentId(),
                at(booking.createdAt(), zone),
                booking.version(),
                booking.appointments().stream()
                        .map(appointment -> AppointmentAnswer.of(appointment, booking.kindOf(appointment.id()), zone))
                        .toList(),
                deviations.isEmpty() ? null : deviations,
                refused);
    }

    /**
     * The same without what people wrote: what is kept to be repeated is out of reach when a patient is erased,
     * so free text about the patient must not be in it.
     */
    BookingAnswer withoutReasons() {
        return new BookingAnswer(
                id,
                siteId,
                timeZone,
                patientId,
                treatmentId,
                createdAt,
                version,
                appointments.stream().map(AppointmentAnswer::withoutReason).toList(),
                warnings,
                refused);
    }

    static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    /** One visit; it ends when the patient leaves, turnover follows. */
    @Schema(name = "BookedAppointment")
    record AppointmentAnswer(
            @Schema(example = "f47ac10b-58cc-4372-a567-0e02b2c3d479.1")
            String id,

            AppointmentStatus status,
            @Schema(example = "2027-03-08T09:00:00-08:00") OffsetDateTime start,
            @Schema(example = "2027-03-08T11:00:00-08:00") OffsetDateTime end,

            @Schema(example = "0", description = "iCalendar SEQUENCE: rises with each move and the cancellation")
            int sequence,

            @Schema(description = "BOOSTER of a visit that was added after the course; absent of a session") @Nullable
            AppointmentKind kind,

            @Nullable String cancelReason,

            @Schema(description = "Who takes the patient home, once recorded") @Nullable
            String escort,

            @Schema(description = "Why it stands on overflow lanes; absent where it does not") @Nullable
            String overbookReason,

            @Schema(description = "What the patient let the clinic know") @Nullable
            ReplyAnswer reply,

            @Schema(description = "Every change of the status, the oldest first") @Nullable
            List<TransitionAnswer> transitions,

            List<PhaseAnswer> phases) {

        static AppointmentAnswer of(Appointment appointment, AppointmentKind kind, ZoneId zone) {
            return new AppointmentAnswer(
                    appointment.id(),
                    appointment.status(),
                    at(appointment.start(), zone),
                    at(appointment.end(), zone),
                    appointment.sequence(),
                    kind == AppointmentKind.SESSION ? null : kind,
                    appointment.notes().cancelReason(),
                    appointment.notes().escort(),
                    appointment.notes().overbookReason(),
                    ReplyAnswer.of(appointment.notes().reply(), zone),
                    appointment.transitions().isEmpty()
                            ? null
                            : appointment.transitions().stream()
                                    .map(transition -> TransitionAnswer.of(transition, zone))
                                    .toList(),
                    appointment.phases().stream()
                            .map(phase -> PhaseAnswer.of(phase, zone))
                            .toList());
        }

        AppointmentAnswer withoutReason() {
            return new AppointmentAnswer(id, status, start, end, sequence, kind, null, null, null, null, null, phases);
        }
    }

    /** A change of the status: by whom, when, and why if a step was taken back. */
    @Schema(name = "Transition")
    record TransitionAnswer(
            AppointmentStatus from,
            AppointmentStatus to,
            OffsetDateTime at,
            String by,
            @Nullable String reason) {

        static TransitionAnswer of(Transition transition, ZoneId zone) {
            return new TransitionAnswer(
                    transition.from(),
                    transition.to(),
                    BookingAnswer.at(transition.at(), zone),
                    transition.by(),
                    transition.reason());
        }
    }

    /** A part of the visit, and who and what is held for it. */
    @Schema(name = "ReservedPhase")
    record PhaseAnswer(
            @Schema(example = "ADMINISTRATION") String phase,
            OffsetDateTime start,
            OffsetDateTime end,
            @Schema(example = "[\"chair-1\",\"nurse-ana\"]") List<String> resources) {

        static PhaseAnswer of(ReservedPhase phase, ZoneId zone) {
            return new PhaseAnswer(
                    phase.name(),
                    at(phase.span().start(), zone),
                    at(phase.span().end(), zone),
                    phase.reservations().stream().map(Reservation::resource).toList());
        }
    }
}
