package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.BookVisits;
import io.dendrite.scheduling.calendar.application.HoldSettings;
import io.dendrite.scheduling.http.OneLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hold as it is asked for. */
@Schema(name = "HoldRequest")
record HoldBody(
        @NotNull @OneLine(max = 64) @Schema(example = "7c9e6679-7425-40de-944b-e07fc1f90ae7")
        String patientId,

        @NotNull @OneLine(max = 64) @Schema(example = "riverside")
        String siteId,

        @NotNull @OneLine(max = 64) @Schema(example = "iv-mood-2")
        String treatmentId,

        @NotEmpty
        @Size(max = BookVisits.MOST_APPOINTMENTS, message = "must have at most " + BookVisits.MOST_APPOINTMENTS)
        List<BookingBody.@NotNull @Valid VisitBody> appointments,

        @Nullable
        @Min(value = 1, message = MINUTES)
        @Max(value = HoldSettings.MOST_MINUTES, message = MINUTES)
        @Schema(example = "10", description = "How long; left out, as long as is usual")
        Integer minutes) {

    private static final String MINUTES = "must be from 1 to " + HoldSettings.MOST_MINUTES;

    BookVisits.Request request() {
        return new BookVisits.Request(
                patientId,
                siteId,
                treatmentId,
                appointments.stream().map(BookingBody.VisitBody::visit).toList());
    }
}
