package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.BookVisits;
import io.dendrite.scheduling.calendar.application.RequestedVisit;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
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

        @Schema(description = "At least one; with holdId they may be left out")
        @Nullable
        @Size(max = BookVisits.MOST_APPOINTMENTS, message = "must have at most " + BookVisits.MOST_APPOINTMENTS)
        List<@NotNull @Valid VisitBody> appointments,

        @Schema(description = "true books those visits that can be had; else all or nothing") @Nullable
        Boolean partial,

        @Schema(description = "Books what is held: all else must be as in the hold") @Nullable @OneLine(max = 64)
        String holdId,

        @Schema(description = "Takes overflow lanes where ordinary ones do not suffice, by those who may do so")
        @Nullable
        @Valid
        Overbooking overbook) {

    /** Why more is booked on a resource than it ordinarily carries. */
    @Schema(name = "Overbooking")
    record Overbooking(
            @NotNull
            @OneLine(max = 500)
            @Schema(example = "Clinician judged that this cannot wait", description = "For the clinic only")
            String reason) {}

    boolean inPart() {
        return Boolean.TRUE.equals(partial);
    }

    /**
     * What is to be booked.
     *
     * @throws ProblemException 400 for visits or a wish that do not go with the hold, or its absence
     */
    BookVisits.Request request() {
        if (holdId == null && (appointments == null || appointments.isEmpty())) {
            throw ProblemException.invalid("appointments", "must have at least one visit unless there is a holdId");
        }
        if (holdId != null && inPart()) {
            throw ProblemException.invalid("partial", "must be left out with a holdId: a hold is booked whole");
        }
        if (holdId != null && overbook != null) {
            throw ProblemException.invalid("overbook", "must be left out with a holdId: a hold has its places");
        }
        return new BookVisits.Request(
                patientId,
                siteId,
                treatmentId,
                appointments == null
                        ? List.of()
                        : appointments.stream().map(VisitBody::visit).toList(),
                overbook == null ? null : overbook.reason());
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
