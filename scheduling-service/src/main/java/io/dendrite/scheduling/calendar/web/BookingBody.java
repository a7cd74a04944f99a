package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.BookVisits;
import io.dendrite.scheduling.calendar.application.RequestedVisit;
import io.dendrite.scheduling.http.OneLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking as it is asked for. */
@Schema(name = "BookingRequest")
record BookingBody(
        @NotNull @OneLine(max = 64) @Schema(example = "7c9e6679-7425-40de-944b-e07fc1f90ae7")
        String patientId,

        @NotNull @OneLine(max = 64) @Schema(example = "riverside")
        String siteId,

        @NotNull @OneLine(max = 64) @Schema(example = "iv-mood-2")
        String treatmentId,

        @NotEmpty
        @Size(max = BookVisits.MOST_APPOINTMENTS, message = "must have at most " + BookVisits.MOST_APPOINTMENTS)
        List<@NotNull @Valid VisitBody> appointments,

        @Schema(description = "true books those visits that can be had; else all or nothing") @Nullable
        Boolean partial) {

    boolean inPart() {
        return Boolean.TRUE.equals(partial);
    }

    BookVisits.Request request() {
        return new BookVisits.Request(
                patientId,
                siteId,
                treatmentId,
                appointments.stream().map(VisitBody::visit).toList());
    }

    /** One visit of it, or where an appointment is to be moved. */
    @Schema(name = "RequestedVisit")
    record VisitBody(
            @NotNull
            @OneLine(max = 64)
            @Schema(
                    example = "2027-03-08T09:00:00-08:00",
                    description = "On the 15-minute grid; without an offset it is wall-clock time of the site")
            String start,

            @Nullable
            @Size(max = 20, message = "must have at most 20")
            @Schema(
                    example = "[\"chair-1\"]",
                    description = "Resources that the visit must have; usually left to the service")
            List<@NotNull @OneLine(max = 64) String> resources) {

        RequestedVisit visit() {
            return new RequestedVisit(start, resources == null ? List.of() : resources);
        }
    }
}
