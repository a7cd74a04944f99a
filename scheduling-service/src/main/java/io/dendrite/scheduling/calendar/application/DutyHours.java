package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Bookable;
import io.dendrite.scheduling.calendar.model.QuarterSet;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.clinic.model.WeeklyHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** When a site is open and its resources are on duty, quarter by quarter. */
final class DutyHours {

    private DutyHours() {}

    /** When the site is open. */
    static QuarterSet open(Site site, Quarters window) {
        return hours(date -> site.openingHours(), site, window);
    }

    /** The site's resources as they can be booked. */
    static List<Bookable> bookable(Site site, List<Resource> resources, Quarters window) {
        QuarterSet open = open(site, window);
        // Most of a site's people work one of a few weeks.
        Map<WeeklyHours, QuarterSet> weeks = new HashMap<>();
        return resources.stream()
                .map(resource -> bookable(resource, onDuty(resource, site, window, open, weeks)))
                .toList();
    }

    private static QuarterSet onDuty(
            Resource resource, Site site, Quarters window, QuarterSet open, Map<WeeklyHours, QuarterSet> weeks) {
        if (!resource.rosters().isEmpty()) {
            return hours(date -> resource.hoursOn(date).orElse(site.openingHours()), site, window);
        }
        WeeklyHours own = resource.workingHours();
        return own == null ? open : weeks.computeIfAbsent(own, week -> hours(date -> week, site, window));
    }

    private static Bookable bookable(Resource resource, QuarterSet onDuty) {
        return new Bookable(
                resource.id(),
                resource.kind().name(),
                resource.skills(),
                resource.lanes(),
                resource.overflowLanes(),
                onDuty);
    }

    private static QuarterSet hours(Function<LocalDate, WeeklyHours> week, Site site, Quarters window) {
        List<Quarters> hours = new ArrayList<>();
        LocalDate last = window.end().atZone(site.timeZone()).toLocalDate();
        for (LocalDate date = window.start().atZone(site.timeZone()).toLocalDate();
                !date.isAfter(last);
                date = date.plusDays(1)) {
            week.apply(date)
                    .openings(date, site.timeZone())
                    .forEach(opening -> hours.add(Quarters.covering(opening.from(), opening.to())));
        }
        return QuarterSet.of(window, hours);
    }
}
