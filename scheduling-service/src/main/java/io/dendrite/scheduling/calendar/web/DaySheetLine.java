package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentKind;
import io.dendrite.scheduling.calendar.model.AppointmentStatus;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.VisitProgress;
import io.dendrite.scheduling.clinic.model.Site;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
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

        @Schema(description = "Who takes the patient home, once recorded") @Nullable
        String escort,

        @Schema(description = "Why it stands on overflow lanes; absent where it does not") @Nullable
        String overbookReason,

        @Schema(description = "What the patient let the clinic know") @Nullable
        ReplyAnswer reply,

        @Schema(description = "How late the patient came; absent while that is not known") @Nullable
        Long lateMinutes,

        @Schema(description = "When the patient will leave as it looks now; only while the visit is under way")
        @Nullable
        OffsetDateTime expectedEnd,

        @Schema(description = "true if that is later than planned; whoever comes next may have to wait") @Nullable
        Boolean overruns,

        @Schema(description = "true if the site closes before that") @Nullable
        Boolean closesBefore,

        @Schema(description = "true if the patient should have come so long ago that the visit may be given up")
        @Nullable
        Boolean noShowProposed,

        @Nullable List<BookingAnswer.TransitionAnswer> transitions,
        List<BookingAnswer.PhaseAnswer> phases) {

    static DaySheetLine of(Booking booking, Appointment appointment, Site site, Instant now) {
        ZoneId zone = site.timeZone();
        BookingAnswer.AppointmentAnswer answer =
                BookingAnswer.AppointmentAnswer.of(appointment, booking.kindOf(appointment.id()), zone);
        VisitProgress progress = VisitProgress.of(appointment, Duration.ofMinutes(site.noShowAfterMinutes()), now);
        Instant expectedEnd = progress.expectedEnd();
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
                answer.escort(),
                answer.overbookReason(),
                answer.reply(),
                progress.lateMinutes(),
                expectedEnd == null ? null : BookingAnswer.at(expectedEnd, zone),
                ifTrue(progress.overruns()),
                ifTrue(expectedEnd != null && site.isClosedBefore(expectedEnd, appointment.start())),
                ifTrue(progress.noShowProposed()),
                answer.transitions(),
                answer.phases());
    }

    private static @Nullable Boolean ifTrue(boolean holds) {
        return holds ? true : null;
    }
}
