package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.Utilisation;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.ProblemException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How well a site's resources were and are used. */
@Component
public class SiteUtilisation {

    /** The longest range, in days. */
    static final int MOST_DAYS = 92;

    private final Clinic clinic;
    private final Calendar calendar;

    SiteUtilisation(Clinic clinic, Calendar calendar) {
        this.clinic = clinic;
        this.calendar = calendar;
    }

    /** A resource on a date. */
    public record Line(LocalDate date, Resource resource, Utilisation.Minutes minutes) {}

    /**
     * Each resource that the site has now on each date, the earliest first.
     *
     * @param from the first date of the site
     * @param to the last
     * @throws ProblemException 400 naming the parameter that is wrong
     */
    public List<Line> of(Site site, String from, String to) {
        LocalDate first = Dates.parse("from", from);
        LocalDate last = Dates.parse("to", to);
        if (last.isBefore(first)) {
            throw ProblemException.invalid("to", "must not be before from");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw ProblemException.invalid("to", "must be at most " + (MOST_DAYS - 1) + " days after from");
        }
        Quarters window = Quarters.covering(
                first.atStartOfDay(site.timeZone()).toInstant(),
                last.plusDays(1).atStartOfDay(site.timeZone()).toInstant());
        List<Resource> resources = clinic.resources(site.id());
        Map<String, Map<LocalDate, Utilisation.Minutes>> counted = Utilisation.of(
                window,
                site.timeZone(),
                DutyHours.open(site, window),
                DutyHours.bookable(site, resources, window),
                calendar.bookingsAt(site.id(), window).stream()
                        .flatMap(booking -> booking.appointments().stream())
                        .toList(),
                calendar.blocksAt(site.id(), window));
        List<Line> lines = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (Resource resource : resources) {
                lines.add(new Line(
                        date,
                        resource,
                        counted.getOrDefault(resource.id(), Map.of()).getOrDefault(date, Utilisation.Minutes.NONE)));
            }
        }
        return lines;
    }
}
