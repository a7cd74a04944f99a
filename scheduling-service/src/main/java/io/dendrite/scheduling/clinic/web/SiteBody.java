package io.dendrite.scheduling.clinic.web;

import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.clinic.model.WeeklyHours;
import io.dendrite.scheduling.http.Ids;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A site as a client sends it. */
@Schema(name = "SiteRequest")
record SiteBody(
        @Schema(example = "Riverside Clinic") @NotNull @OneLine(max = 200)
        String name,

        @Schema(example = "America/Los_Angeles") @NotNull @OneLine(max = 64)
        String timeZone,

        @Schema(example = "120 Riverside Drive, Portland, OR 97201") @NotNull @OneLine(max = 300)
        String address,

        @Schema(example = "+1 503 555 0120") @NotNull @OneLine(max = 40)
        String phone,

        @Schema(
                description = "Hours by day of the week; a day without any is closed",
                example = "{\"MONDAY\":[{\"from\":\"08:00\",\"to\":\"18:00\"}]}")
        @NotNull
        Map<DayOfWeek, @NotNull @Size(max = 8) List<@NotNull @Valid HoursBody>> openingHours,

        @Schema(
                description = "The programmes that the site is certified for; none if it is left out",
                example = "[\"esketamine\"]")
        @Nullable
        @Size(max = 20)
        List<@NotNull String> certifications,

        @Schema(
                description =
                        "How long after a visit's start a missing patient is proposed as a no-show; 30 if left out",
                example = "30")
        @Nullable
        @Min(5)
        @Max(240)
        Integer noShowAfterMinutes) {

    /** The site, if the zone exists and the hours are in order. */
    Site checked(String id, long version) {
        List<FieldError> errors = new ArrayList<>();
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            errors.add(new FieldError("timeZone", "must be an IANA time zone, such as America/Los_Angeles"));
        }
        WeeklyHours hours = HoursBody.weekly(openingHours);
        errors.addAll(HoursBody.errors("openingHours", hours));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Site(
                id,
                name,
                ZoneId.of(timeZone),
                address,
                phone,
                hours,
                Ids.requireValidEach("certifications", certifications),
                noShowAfterMinutes == null ? Site.DEFAULT_NO_SHOW_AFTER_MINUTES : noShowAfterMinutes,
                version);
    }
}
