package io.dendrite.scheduling.clinic.web;

import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.clinic.model.Roster;
import io.dendrite.scheduling.clinic.model.RosterRules;
import io.dendrite.scheduling.clinic.model.WeeklyHours;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A resource as a client sends it. */
@Schema(name = "ResourceRequest")
record ResourceBody(
        @NotNull ResourceKind kind,

        @Schema(example = "Ana Ferreira, RN") @NotNull @OneLine(max = 200)
        String name,

        @Schema(description = "What it can do", example = "[\"iv\"]") @Nullable @Size(max = 20)
        Set<@NotNull @OneLine(max = 64) String> skills,

        @Schema(description = "How many appointments it carries at once", example = "3") @NotNull @Min(1) @Max(20)
        Integer lanes,

        @Schema(description = "Left out: the site's opening hours") @Nullable
        Map<DayOfWeek, @NotNull @Size(max = 8) List<@NotNull @Valid HoursBody>> workingHours,

        @Schema(description = "How many more a deliberate overbooking may put on it; left out: 1 for chairs and nurses")
        @Nullable
        @Min(0)
        @Max(Resource.MOST_OVERFLOW_LANES)
        Integer overflowLanes,

        @Schema(description = "Other working hours for a time; at most one holds on a date") @Nullable @Size(max = 50)
        List<@NotNull @Valid RosterBody> rosters) {

    /** The resource, if the hours are in order. */
    Resource checked(String siteId, String id, long version) {
        WeeklyHours hours = workingHours == null ? null : HoursBody.weekly(workingHours);
        List<Roster> dated = rosters == null
                ? List.of()
                : rosters.stream().map(RosterBody::roster).toList();
        List<FieldError> errors = new ArrayList<>(hours == null ? List.of() : HoursBody.errors("workingHours", hours));
        RosterRules.violations(dated).forEach((path, message) -> errors.add(new FieldError("rosters" + path, message)));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Resource(
                siteId,
                id,
                kind,
                name,
                skills == null ? Set.of() : skills,
                lanes,
                overflowLanes == null ? Resource.usualOverflowLanes(kind) : overflowLanes,
                hours,
                dated,
                version);
    }
}
