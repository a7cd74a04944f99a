package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentKind;
import io.dendrite.scheduling.calendar.model.AppointmentStatus;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.clinic.model.Site;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An appointment by itself, with what a front desk needs to find the rest. */
@Schema(name = "Appointment")
record DaySheetLine(
        String id,
        String bookingId,
        String siteId,
        String timeZone,
        String patientId,
        String treatmentId,
        AppointmentStatus status,
        OffsetDateTime start,
        OffsetDateTime end,
        int sequence,
        @Nullable AppointmentKind kind,
        @Nullable String cancelReason,
        List<BookingAnswer.PhaseAnswer> phases) {

    static DaySheetLine of(Booking booking, Appointment appointment, Site site) {
        ZoneId zone = site.timeZone();
        BookingAnswer.AppointmentAnswer answer =
                BookingAnswer.AppointmentAnswer.of(appointment, booking.kindOf(appointment.id()), zone);
        return new DaySheetLine(
                answer.id(),
                booking.id(),
                booking.siteId(),
                zone.getId(),
                booking.patientId(),
                booking.treatmentId(),
                answer.status(),
                answer.start(),
                answer.end(),
                answer.sequence(),
                answer.kind(),
                answer.cancelReason(),
                answer.phases());
    }
}
