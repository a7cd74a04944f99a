package io.dendrite.scheduling.waitlist.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.dendrite.scheduling.calendar.application.Dates;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.waitlist.application.EnterWaitlist;
import io.dendrite.scheduling.waitlist.model.Urgency;
import io.dendrite.scheduling.waitlist.model.UrgencyReason;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who waits for what, where and when. */
@Schema(name = "WaitlistRequest")
record WaitlistBody(
        @NotNull @OneLine(max = 64) @Schema(example = "7c9e6679-7425-40de-944b-e07fc1f90ae7")
        String patientId,

        @NotNull @OneLine(max = 64) @Schema(example = "iv-mood-2")
        String treatmentId,

        @NotEmpty
        @Size(max = 10, message = "must have at most 10")
        @Schema(example = "[\"riverside\"]", description = "Where the patient would come")
        List<@NotNull @OneLine(max = 64) String> siteIds,

        @Nullable @Schema(example = "2027-03-08", description = "The first date; today unless said")
        String from,

        @Nullable @Schema(example = "2027-04-30", description = "The last date; 90 days later unless said")
        String to,

        @Nullable @Size(max = 7, message = "must have at most 7") @Schema(example = "[\"MONDAY\",\"THURSDAY\"]")
        List<@NotNull DayOfWeek> weekdays,

        @Nullable @Valid Hours timeOfDay,
        @NotNull Urgency urgency,

        @Nullable @Schema(description = "Why it is URGENT; only then")
        UrgencyReason reasonCode) {

    /** Hours within which the visit starts. */
    @Schema(
            name = "WaitlistHours",
            description = "On the site's wall clock; it starts before \"to\", and \"to\" 00:00 is the end of the day")
    record Hours(
            @Schema(type = "string", example = "09:00") @NotNull @JsonFormat(pattern = "HH:mm")
            LocalTime from,

            @Schema(type = "string", example = "12:00") @NotNull @JsonFormat(pattern = "HH:mm")
            LocalTime to) {}

    EnterWaitlist.Request request() {
        return new EnterWaitlist.Request(
                patientId,
                treatmentId,
                siteIds,
                from == null ? null : Dates.parse("from", from),
                to == null ? null : Dates.parse("to", to),
                weekdays == null ? Set.of() : Set.copyOf(weekdays),
                timeOfDay == null ? LocalTime.MIDNIGHT : timeOfDay.from(),
                timeOfDay == null ? LocalTime.MIDNIGHT : timeOfDay.to(),
                urgency,
                reasonCode);
    }
}
