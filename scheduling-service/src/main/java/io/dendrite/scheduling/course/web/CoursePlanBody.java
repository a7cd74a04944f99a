package io.dendrite.scheduling.course.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.dendrite.scheduling.course.application.PlanCourse;
import io.dendrite.scheduling.course.model.CourseWishes;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A course as it is asked for. */
@Schema(name = "CoursePlanRequest")
record CoursePlanBody(
        @NotNull @OneLine(max = 64) @Schema(example = "riverside")
        String siteId,

        @NotNull @OneLine(max = 64) @Schema(example = "iv-mood-2")
        String treatmentId,

        @Nullable @OneLine(max = 64) @Schema(description = "Around whose other appointments to plan")
        String patientId,

        @NotNull
        @OneLine(max = 64)
        @Schema(example = "2027-03-08", description = "A date of the site, or a time; nothing starts before it")
        String earliest,

        @Nullable @Min(1) @Max(60) @Schema(example = "6", description = "As many as the protocol has, unless said")
        Integer sessions,

        @Nullable @Size(max = 7, message = "must have at most 7") @Schema(example = "[\"MONDAY\",\"THURSDAY\"]")
        List<@NotNull DayOfWeek> weekdays,

        @Nullable @Valid TimeOfDayBody timeOfDay,

        @Nullable
        @Size(max = 20, message = "must have at most 20")
        @Schema(description = "Resources that each session must have")
        List<@NotNull @OneLine(max = 64) String> resources,

        @Nullable @OneLine(max = 64) @Schema(description = "A booking to replace: what it holds ahead counts as free")
        String bookingId,

        @Nullable @Schema(description = "true: rather no session than one that does not fit the weekdays and hours")
        Boolean wishesAreFirm) {

    PlanCourse.Request request() {
        return new PlanCourse.Request(
                siteId,
                treatmentId,
                patientId,
                earliest,
                sessions,
                wishes(),
                resources == null ? List.of() : resources,
                bookingId);
    }

    private CourseWishes wishes() {
        LocalTime from = timeOfDay == null ? LocalTime.MIDNIGHT : timeOfDay.from();
        LocalTime to = timeOfDay == null ? LocalTime.MIDNIGHT : timeOfDay.to();
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw ProblemException.invalid("timeOfDay.to", "must be later than from; 00:00 is the end of the day");
        }
        return new CourseWishes(
                weekdays == null ? Set.of() : Set.copyOf(weekdays), from, to, Boolean.TRUE.equals(wishesAreFirm));
    }

    /** Hours within which sessions start. */
    @Schema(
            name = "TimeOfDay",
            description =
                    "On the site's wall clock; a session starts before \"to\", and \"to\" 00:00 is the end of the day")
    record TimeOfDayBody(
            @Schema(type = "string", example = "09:00") @NotNull @JsonFormat(pattern = "HH:mm")
            LocalTime from,

            @Schema(type = "string", example = "12:00") @NotNull @JsonFormat(pattern = "HH:mm")
            LocalTime to) {}
}
