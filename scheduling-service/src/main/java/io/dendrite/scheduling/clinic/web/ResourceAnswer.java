package io.dendrite.scheduling.clinic.web;

import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.clinic.model.WeeklyHours;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A resource as answers carry it. */
@Schema(name = "Resource")
record ResourceAnswer(
        @Schema(example = "nurse-1") String id,
        @Schema(example = "riverside") String siteId,
        ResourceKind kind,
        @Schema(example = "Ana Ferreira, RN") String name,
        @Schema(example = "[\"iv\"]") Set<String> skills,
        @Schema(example = "3") int lanes,
        @Schema(example = "1") int overflowLanes,
        @Nullable Map<DayOfWeek, List<HoursBody>> workingHours,
        @Nullable List<RosterBody> rosters,
        @Schema(example = "1") long version) {

    static ResourceAnswer of(Resource resource) {
        WeeklyHours hours = resource.workingHours();
        return new ResourceAnswer(
                resource.id(),
                resource.siteId(),
                resource.kind(),
                resource.name(),
                resource.skills(),
                resource.lanes(),
                resource.overflowLanes(),
                hours == null ? null : HoursBody.of(hours),
                resource.rosters().isEmpty()
                        ? null
                        : resource.rosters().stream().map(RosterBody::of).toList(),
                resource.version());
    }
}
