package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.Availability.RefusedStart;
import io.dendrite.scheduling.calendar.model.RefusalReason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A start that is not free, and why. */
@Schema(name = "RefusedStart")
record RefusedStartAnswer(
        @Schema(example = "2027-03-08T09:15:00-08:00") OffsetDateTime start, List<ReasonAnswer> reasons) {

    /** One reason. */
    @Schema(name = "RefusalReason")
    record ReasonAnswer(
            @Schema(example = "ADMINISTRATION") @Nullable String phase,
            @Schema(example = "NURSE") @Nullable String kind,
            @Schema(example = "[\"iv\"]") Set<String> skills,
            RefusalReason.Why why,

            @Schema(example = "[\"nurse-1\"]", description = "The resources that it is the matter with")
            List<String> resources) {

        static ReasonAnswer of(RefusalReason reason) {
            return new ReasonAnswer(
                    reason.phase(), reason.kind(), new TreeSet<>(reason.skills()), reason.why(), reason.resources());
        }
    }

    static RefusedStartAnswer of(RefusedStart refused, ZoneId zone) {
        return new RefusedStartAnswer(
                BookingAnswer.at(refused.start(), zone),
                refused.reasons().stream().map(ReasonAnswer::of).toList());
    }
}
