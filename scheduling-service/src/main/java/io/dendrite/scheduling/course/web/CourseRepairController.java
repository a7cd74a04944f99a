package io.dendrite.scheduling.course.web;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.course.application.RepairCourse;
import io.dendrite.scheduling.course.model.CoursePlan;
import io.dendrite.scheduling.course.model.PossibleStart;
import io.dendrite.scheduling.http.ETags;
import io.dendrite.scheduling.http.VersionedPut;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mending courses. */
@Tag(name = "Courses")
@RestController
@RequestMapping("/api/v1/bookings/{id}/repair")
class CourseRepairController {

    private final RepairCourse repairCourse;

    CourseRepairController(RepairCourse repairCourse) {
        this.repairCourse = repairCourse;
    }

    /** What mends a course. */
    @Schema(name = "CourseRepair")
    record RepairAnswer(
            String bookingId,
            @Schema(example = "riverside") String siteId,
            @Schema(example = "America/Los_Angeles") String timeZone,
            @Schema(description = "The booking's") long version,

            @Schema(description = "Whether it was carried out")
            boolean applied,

            @Schema(description = "Whether the course is whole with it")
            boolean complete,

            @Schema(description = "Ids of appointments that stay as they are")
            List<String> kept,

            List<RepairedVisit> moves,
            List<RepairedVisit> additions,

            @Schema(description = "What could not be had, in words")
            List<CoursePlan.Unsatisfied> unsatisfied) {

        static RepairAnswer of(RepairCourse.Repair repair) {
            ZoneId zone = repair.site().timeZone();
            Booking booking = repair.booking();
            return new RepairAnswer(
                    booking.id(),
                    repair.site().id(),
                    zone.getId(),
                    booking.version(),
                    repair.applied(),
                    repair.proposal().complete(),
                    repair.proposal().kept(),
                    repair.proposal().moves().stream()
                            .map(move -> RepairedVisit.of(move.appointmentId(), move.to(), zone))
                            .toList(),
                    repair.proposal().additions().stream()
                            .map(start -> RepairedVisit.of(repair.applied() ? at(booking, start) : null, start, zone))
                            .toList(),
                    repair.proposal().unsatisfied());
        }

        private static @Nullable String at(Booking booking, PossibleStart start) {
            return booking.additions().stream()
                    .map(added -> booking.appointment(added.appointmentId()).orElseThrow())
                    .filter(appointment ->
                            appointment.isLive() && appointment.start().equals(start.start()))
                    .map(Appointment::id)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Where a visit comes to lie. */
    @Schema(name = "RepairedVisit")
    record RepairedVisit(
            @Schema(description = "Absent of one that is yet to be added") @Nullable
            String appointmentId,

            @Schema(example = "2027-03-22T09:00:00-07:00") OffsetDateTime start,
            @Schema(example = "2027-03-22T11:00:00-07:00") OffsetDateTime end) {

        static RepairedVisit of(@Nullable String appointmentId, PossibleStart start, ZoneId zone) {
            return new RepairedVisit(
                    appointmentId,
                    start.start().atZone(zone).toOffsetDateTime(),
                    start.end().atZone(zone).toOffsetDateTime());
        }
    }

    @Operation(
            summary =
                    "Plans what is left of a course after missed sessions, so that the protocol's spacing holds again",
            description =
                    "Changes nothing, unless apply is true: then all of it is done in one write, or nothing. With If-Match"
                            + " only if the booking is still that version.")
    @PostMapping
    ResponseEntity<RepairAnswer> repair(
            @PathVariable String id,
            @Parameter(example = "false") @RequestParam(defaultValue = "false") boolean apply,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        RepairCourse.Repair repair = apply ? repairCourse.apply(id, ifMatch) : repairCourse.propose(id);
        if (!apply && ifMatch != null) {
            ETags.requireMatch(ifMatch, repair.booking().version());
        }
        return VersionedPut.answer(repair.booking().version(), RepairAnswer.of(repair));
    }
}
