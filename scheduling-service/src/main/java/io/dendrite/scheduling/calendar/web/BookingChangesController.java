package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.AddAppointment;
import io.dendrite.scheduling.calendar.application.CancelRest;
import io.dendrite.scheduling.calendar.application.RequestedVisit;
import io.dendrite.scheduling.calendar.application.ShiftAppointments;
import io.dendrite.scheduling.calendar.model.AppointmentKind;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.http.VersionedPut;
import io.dendrite.scheduling.idempotency.Creation;
import io.dendrite.scheduling.idempotency.Idempotency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changing several appointments of a booking as one: all of it or nothing. */
@Tag(name = "Bookings")
@RestController
@RequestMapping("/api/v1/bookings/{id}")
class BookingChangesController {

    private final ShiftAppointments shiftAppointments;
    private final AddAppointment addAppointment;
    private final CancelRest cancelRest;
    private final BookingAnswers answers;
    private final Idempotency idempotency;

    BookingChangesController(
            ShiftAppointments shiftAppointments,
            AddAppointment addAppointment,
            CancelRest cancelRest,
            BookingAnswers answers,
            Idempotency idempotency) {
        this.shiftAppointments = shiftAppointments;
        this.addAppointment = addAppointment;
        this.cancelRest = cancelRest;
        this.answers = answers;
        this.idempotency = idempotency;
    }

    /** How far to shift: either by days or to a start. */
    @Schema(name = "Shift")
    record ShiftBody(
            @NotNull
            @OneLine(max = 100)
            @Schema(
                    example = "f47ac10b-58cc-4372-a567-0e02b2c3d479.3",
                    description = "The first that moves; all BOOKED ones after it move as far")
            String fromAppointmentId,

            @Nullable
            @Min(-366)
            @Max(366)
            @Schema(example = "7", description = "At the same time of day; negative is earlier")
            Integer days,

            @Nullable
            @OneLine(max = 64)
            @Schema(
                    example = "2027-03-15T09:00:00-07:00",
                    description = "Where the first comes to lie, instead of days")
            String start) {

        ShiftAppointments.Request request() {
            return new ShiftAppointments.Request(fromAppointmentId, days, start);
        }
    }

    /** A visit that is added. */
    @Schema(name = "AddedVisit")
    record AddBody(
            @NotNull @OneLine(max = 64) @Schema(example = "2027-03-29T09:00:00-07:00")
            String start,

            @Nullable @Size(max = 20, message = "must have at most 20")
            List<@NotNull @OneLine(max = 64) String> resources,

            @Schema(description = "SESSION unless said; a BOOSTER comes after the course") @Nullable
            AppointmentKind kind) {

        RequestedVisit visit() {
            return new RequestedVisit(start, resources == null ? List.of() : resources);
        }

        AppointmentKind kindOrSession() {
            return kind == null ? AppointmentKind.SESSION : kind;
        }
    }

    /** Why the rest is called off, and from where. */
    @Schema(name = "RestCancellation")
    record CancelRestBody(
            @NotNull
            @OneLine(max = 500)
            @Schema(example = "Patient is travelling", description = "For the clinic; the patient is not told")
            String reason,

            @Nullable
            @OneLine(max = 100)
            @Schema(description = "The first to be cancelled; without it all still to come")
            String fromAppointmentId) {}

    @Operation(
            summary = "Moves an appointment and all that follow it by the same distance on the site's clock",
            description = "With If-Match only if the booking is still that version.")
    @PostMapping("/shift")
    ResponseEntity<BookingAnswer> shift(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ShiftBody body) {
        return answer(shiftAppointments.shift(id, body.request(), ifMatch));
    }

    @Operation(
            summary = "Adds a session, or a booster after the course",
            description = "With If-Match only if the booking is still that version.")
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = BookingAnswer.class)))
    @PostMapping("/appointments")
    ResponseEntity<byte[]> add(
            @PathVariable String id,
            @RequestHeader(name = Idempotency.KEY_HEADER, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AddBody body) {
        return idempotency.once(key, "POST /bookings/" + id + "/appointments", body, request -> {
            Booking booking = addAppointment.add(id, request, body.visit(), body.kindOrSession(), ifMatch);
            String added = booking.addedBy(request).orElseThrow().id();
            return new Creation(
                    "/api/v1/appointments/" + added,
                    booking.version(),
                    answers.of(booking).withoutReasons());
        });
    }

    @Operation(
            summary = "Cancels what is left of a booking; its places are free at once",
            description = "With If-Match only if the booking is still that version.")
    @PostMapping("/cancel-rest")
    ResponseEntity<BookingAnswer> cancelRest(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CancelRestBody body) {
        return answer(cancelRest.cancel(id, body.reason(), body.fromAppointmentId(), ifMatch));
    }

    private ResponseEntity<BookingAnswer> answer(Booking booking) {
        return VersionedPut.answer(booking.version(), answers.of(booking));
    }
}
