package io.dendrite.scheduling.course.web;

import io.dendrite.scheduling.course.application.PlanCourse;
import io.dendrite.scheduling.course.model.CoursePlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Planning courses. */
@Tag(name = "Courses", description = "Planning the sessions of a course by its protocol, and mending it")
@RestController
@RequestMapping("/api/v1/course-plans")
class CoursePlanController {

    private final PlanCourse planCourse;

    CoursePlanController(PlanCourse planCourse) {
        this.planCourse = planCourse;
    }

    /** A proposed course; its starts, and its resources where they matter, are what a booking asks for. */
    @Schema(name = "CoursePlan")
    record CoursePlanAnswer(
            @Schema(example = "riverside") String siteId,
            @Schema(example = "America/Los_Angeles") String timeZone,
            List<SessionAnswer> appointments,

            @Schema(description = "Whether it has all sessions that were asked for")
            boolean complete,

            @Schema(description = "What could not be had, in words")
            List<CoursePlan.Unsatisfied> unsatisfied) {

        static CoursePlanAnswer of(PlanCourse.Proposed proposed) {
            ZoneId zone = proposed.site().timeZone();
            return new CoursePlanAnswer(
                    proposed.site().id(),
                    zone.getId(),
                    proposed.sessions().stream()
                            .map(session -> SessionAnswer.of(session, zone))
                            .toList(),
                    proposed.plan().complete(),
                    proposed.plan().unsatisfied());
        }
    }

    /** A proposed session. */
    @Schema(name = "PlannedSession")
    record SessionAnswer(
            @Schema(example = "2027-03-08T09:00:00-08:00") OffsetDateTime start,
            @Schema(example = "2027-03-08T11:00:00-08:00") OffsetDateTime end,

            @Schema(example = "[\"chair-1\",\"nurse-ana\"]", description = "Who and what is free for it")
            Set<String> resources) {

        static SessionAnswer of(PlanCourse.Session session, ZoneId zone) {
            return new SessionAnswer(
                    session.start().atZone(zone).toOffsetDateTime(),
                    session.end().atZone(zone).toOffsetDateTime(),
                    session.resources());
        }
    }

    @Operation(
            summary = "Proposes the starts of a course within 90 days; books nothing",
            description = "The protocol's spacing is kept always, wishes where that can be.")
    @PostMapping
    CoursePlanAnswer plan(@Valid @RequestBody CoursePlanBody body) {
        return CoursePlanAnswer.of(planCourse.plan(body.request()));
    }
}
