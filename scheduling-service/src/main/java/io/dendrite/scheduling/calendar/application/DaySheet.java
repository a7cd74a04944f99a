package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happens at a site on a date. */
@Component
public class DaySheet {

    private final Clinic clinic;
    private final Calendar calendar;

    DaySheet(Clinic clinic, Calendar calendar) {
        this.clinic = clinic;
        this.calendar = calendar;
    }

    /**
     * A day.
     *
     * @param site where
     * @param lines every appointment that begins on the date, in no order
     */
    public record Day(Site site, List<Line> lines) {}

    /** One appointment with the booking it is part of. */
    public record Line(Booking booking, Appointment appointment) {

        /** Orders lines by time, then by id. */
        public String sortKey() {
            return appointment.start() + " " + appointment.id();
        }
    }

    /**
     * The day sheet.
     *
     * @throws ProblemException 400 naming the parameter that is wrong
     */
    public Day of(String siteId, String date) {
        Site site = clinic.site(siteId).orElseThrow(() -> ProblemException.invalid("site", "must be the id of a site"));
        LocalDate day = Dates.parse("date", date);
        Quarters window = Quarters.covering(
                day.atStartOfDay(site.timeZone()).toInstant(),
                day.plusDays(1).atStartOfDay(site.timeZone()).toInstant());
        List<Line> lines = calendar.bookingsAt(site.id(), window).stream()
                .flatMap(booking -> booking.appointments().stream().map(appointment -> new Line(booking, appointment)))
                .filter(line -> line.appointment()
                        .start()
                        .atZone(site.timeZone())
                        .toLocalDate()
                        .equals(day))
                .toList();
        return new Day(site, lines);
    }
}
