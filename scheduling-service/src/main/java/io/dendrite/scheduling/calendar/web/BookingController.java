package io.dendrite.scheduling.calendar.web;

import io.dendrite.access.web.Privileges;
import io.dendrite.scheduling.calendar.application.BookHold;
import io.dendrite.scheduling.calendar.application.BookVisits;
import io.dendrite.scheduling.calendar.application.BookingFile;
import io.dendrite.scheduling.calendar.application.Calendar;
import io.dendrite.scheduling.calendar.application.PartialBooking;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.http.VersionedPut;
import io.dendrite.scheduling.idempotency.Creation;
import io.dendrite.scheduling.idempotency.Idempotency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Making bookings and reading them. */
@Tag(name = "Bookings", description = "Visits of a patient that were made together: one, or a course")
@RestController
@RequestMapping("/api/v1/bookings")
class BookingController {

    private final BookVisits bookVisits;
    private final BookHold bookHold;
    private final BookingFile file;
    private final Calendar calendar;
    private final BookingAnswers answers;
    private final Idempotency idempotency;
    private final Privileges privileges;

    BookingController(
            BookVisits bookVisits,
            BookHold bookHold,
            BookingFile file,
            Calendar calendar,
            BookingAnswers answers,
            Idempotency idempotency,
            Privileges privileges) {
        this.bookVisits = bookVisits;
        this.bookHold = bookHold;
        this.file = file;
        this.calendar = calendar;
        this.answers = answers;
        this.idempotency = idempotency;
        this.privileges = privileges;
    }

    @Operation(
            summary = "Books one visit or a course, all of it or nothing unless it says \"partial\"",
            description =
                    "The patient is told by e-mail. A start that cannot be had is refused with the nearest that can. With"
                            + " holdId the hold becomes the booking and keeps its id.")
    @ApiResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = BookingAnswer.class)))
    @PostMapping
    ResponseEntity<byte[]> book(
            @RequestHeader(name = Idempotency.KEY_HEADER, required = false) @Nullable String key,
            @Valid @RequestBody BookingBody body) {
        if (body.overbook() != null) {
            privileges.require("POST", "/api/v1/bookings", "overbook");
        }
        return idempotency.once(key, "POST /bookings", body, id -> {
            String holdId = body.holdId();
            if (holdId != null) {
                Booking booking = bookHold.book(holdId, id, body.request());
                return creation(booking, answers.of(booking));
            }
            if (body.inPart()) {
                PartialBooking made = bookVisits.bookPartly(id, body.request());
                return creation(made.booking(), answers.of(made));
            }
            Booking booking = bookVisits.book(id, body.request());
            return creation(booking, answers.of(booking));
        });
    }

    @Operation(summary = "One booking, however old")
    @GetMapping("/{id}")
    ResponseEntity<BookingAnswer> get(@PathVariable String id) {
        Booking booking = file.booking(id);
        return VersionedPut.answer(booking.version(), answers.of(booking));
    }

    @Operation(summary = "The bookings of a patient, by id")
    @GetMapping
    Page<BookingAnswer> list(
            @RequestParam String patientId,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        List<Booking> bookings = calendar.bookingsOf(patientId);
        return Page.cut(bookings, Booking::id, PageRequest.of(limit, cursor)).map(answers::of);
    }

    private static Creation creation(Booking booking, BookingAnswer answer) {
        return new Creation("/api/v1/bookings/" + booking.id(), booking.version(), answer);
    }
}
