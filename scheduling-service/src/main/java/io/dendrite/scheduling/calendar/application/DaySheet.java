package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.VisitProgress;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happens at a site on a date. */
@Component
public class DaySheet {

    private final Clinic clinic;
    private final Calendar calendar;
    private final Clock clock;

    DaySheet(Clinic clinic, Calendar calendar, Clock clock) {
        this.clinic = clinic;
        this.calendar = calendar;
        this.clock = clock;
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
        Site site = site(siteId);
        return of(site, Dates.parse("date", date));
    }

    /**
     * The visits of today whose patients should have come so long ago that they may be given up.
     *
     * @throws ProblemException 400 naming the parameter that is wrong
     */
    public Day proposedNoShows(String siteId) {
        Site site = site(siteId);
        Instant now = clock.instant();
        Duration after = Duration.ofMinutes(site.noShowAfterMinutes());
        Day today = of(site, now.atZone(site.timeZone()).toLocalDate());
        return new Day(
                site,
                today.lines().stream()
                        .filter(line ->
                                VisitProgress.of(line.appointment(), after, now).noShowProposed())
                        .toList());
    }

    private Site site(String siteId) {
        return clinic.site(siteId).orElseThrow(() -> ProblemException.invalid("site", "must be the id of a site"));
    }

    private Day of(Site site, LocalDate day) {
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
