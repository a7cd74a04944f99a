package io.dendrite.scheduling.clinic.web;

import io.dendrite.scheduling.clinic.model.Site;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A site as answers carry it. */
@Schema(name = "Site")
record SiteAnswer(
        @Schema(example = "riverside") String id,
        @Schema(example = "Riverside Clinic") String name,
        @Schema(example = "America/Los_Angeles") String timeZone,

        @Schema(example = "120 Riverside Drive, Portland, OR 97201")
        String address,

        @Schema(example = "+1 503 555 0120") String phone,

        @Schema(example = "{\"MONDAY\":[{\"from\":\"08:00\",\"to\":\"18:00\"}]}")
        Map<DayOfWeek, List<HoursBody>> openingHours,

        @Schema(example = "[\"esketamine\"]") Set<String> certifications,

        @Schema(example = "30") int noShowAfterMinutes,

        @Schema(example = "1") long version) {

    static SiteAnswer of(Site site) {
        return new SiteAnswer(
                site.id(),
                site.name(),
                site.timeZone().getId(),
                site.address(),
                site.phone(),
                HoursBody.of(site.openingHours()),
                site.certifications(),
                site.noShowAfterMinutes(),
                site.version());
    }
}
