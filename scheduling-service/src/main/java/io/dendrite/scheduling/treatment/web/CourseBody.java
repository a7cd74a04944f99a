package io.dendrite.scheduling.treatment.web;

import io.dendrite.scheduling.treatment.model.Course;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** A course protocol as JSON. */
@Schema(name = "Course")
record CourseBody(
        @Schema(example = "6") @NotNull @Min(2) @Max(60) Integer sessions,
        @Schema(example = "2") @NotNull @Min(1) @Max(365) Integer minDaysBetween,
        @Schema(example = "5") @NotNull @Min(1) @Max(365) Integer maxDaysBetween,
        @Schema(example = "3") @NotNull @Min(1) @Max(7) Integer maxPerWeek) {

    Course courseModel() {
        return new Course(sessions, minDaysBetween, maxDaysBetween, maxPerWeek);
    }

    static CourseBody of(Course course) {
        return new CourseBody(course.sessions(), course.minDaysBetween(), course.maxDaysBetween(), course.maxPerWeek());
    }
}
