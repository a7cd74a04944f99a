package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.calendar.model.Wishes;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Says why a start cannot be had, and which near it can. */
@Component
class Refusals {

    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    /** A start that is free instead, on the site's clock. */
    record Alternative(OffsetDateTime start, OffsetDateTime end) {

        static Alternative of(Quarters visit, ZoneId zone) {
            return new Alternative(at(visit.start(), zone), at(visit.end(), zone));
        }

        private static OffsetDateTime at(Instant instant, ZoneId zone) {
            return instant.atZone(zone).toOffsetDateTime();
        }
    }

    /**
     * The problem answer.
     *
     * @param field which start of the request
     * @param wide takes the picture of the window in which to look for alternatives
     */
    ProblemException of(
            Picture.Refusal refusal,
            String field,
            long start,
            Site site,
            VisitPattern pattern,
            Wishes wishes,
            Function<Quarters, Picture> wide) {
        Quarters around =
                NearestStarts.windowAround(start, pattern.occupied(start).count());
        List<Alternative> alternatives =
                NearestStarts.around(start, wide.apply(around), wishes.required(), clock.instant()).stream()
                        .map(visit -> Alternative.of(visit, site.timeZone()))
                        .toList();
        return ProblemException.conflict(type(refusal), detail(refusal))
                .withErrors(List.of(new FieldError(field, message(refusal))))
                .with("alternatives", alternatives);
    }

    private static ProblemType type(Picture.Refusal refusal) {
        return switch (refusal) {
            case NOT_OPEN -> ProblemType.NOT_OPEN;
            case PATIENT_BUSY -> ProblemType.PATIENT_BUSY;
            case TAKEN -> ProblemType.SLOT_TAKEN;
        };
    }

    private static String detail(Picture.Refusal refusal) {
        return switch (refusal) {
            case NOT_OPEN -> "The visit would not fit into the opening hours. Nothing was changed.";
            case PATIENT_BUSY -> "The patient has another appointment at that time. Nothing was changed.";
            case TAKEN -> "Something that the visit needs is taken or not on duty then. Nothing was changed.";
        };
    }

    private static String message(Picture.Refusal refusal) {
        return switch (refusal) {
            case NOT_OPEN -> "must lie so that the patient leaves before the site closes; see alternatives";
            case PATIENT_BUSY -> "must not overlap another appointment of the patient; see alternatives";
            case TAKEN -> "must be a free start; see alternatives";
        };
    }
}
