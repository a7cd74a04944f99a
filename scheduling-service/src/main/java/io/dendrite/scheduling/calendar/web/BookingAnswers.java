package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.BookingFile;
import io.dendrite.scheduling.calendar.application.Deviations;
import io.dendrite.scheduling.calendar.application.PartialBooking;
import io.dendrite.scheduling.calendar.application.RefusedVisit;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.clinic.model.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes bookings as they are answered, with what there is to say about them. */
@Component
class BookingAnswers {

    private final BookingFile file;
    private final Deviations deviations;

    BookingAnswers(BookingFile file, Deviations deviations) {
        this.file = file;
        this.deviations = deviations;
    }

    BookingAnswer of(Booking booking) {
        return of(booking, null);
    }

    BookingAnswer of(PartialBooking made) {
        return of(made.booking(), made.refused());
    }

    private BookingAnswer of(Booking booking, @Nullable List<RefusedVisit> refused) {
        Site site = file.siteOf(booking);
        return BookingAnswer.of(booking, site, deviations.of(booking, site), refused);
    }
}
