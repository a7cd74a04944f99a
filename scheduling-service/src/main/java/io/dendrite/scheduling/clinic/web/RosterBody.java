package io.dendrite.scheduling.clinic.web;

import io.dendrite.scheduling.clinic.model.Roster;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Working hours for a time, as JSON. */
@Schema(name = "Roster")
record RosterBody(
        @Schema(example = "2027-06-01", description = "The first date, on the site's calendar") @NotNull
        LocalDate validFrom,

        @Schema(example = "2027-08-31", description = "The last date; left out for no end") @Nullable
        LocalDate validTo,

        @Schema(description = "The hours of those dates; a day without any is off") @NotNull
        Map<DayOfWeek, @NotNull @Size(max = 8) List<@NotNull @Valid HoursBody>> workingHours) {

    Roster roster() {
        return new Roster(validFrom, validTo, HoursBody.weekly(workingHours));
    }

    static RosterBody of(Roster roster) {
        return new RosterBody(roster.validFrom(), roster.validTo(), HoursBody.of(roster.workingHours()));
    }
}
