package io.dendrite.scheduling.calendar.model;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the time of a site's resources, in minutes of their lanes: a nurse with three lanes who is on duty for an
 * hour is open for 180 minutes. A visit counts for what it holds, phase by phase, turnover included.
 */
public final class Utilisation {

    /** A visit that is called off so shortly before its start was called off late: its place is hardly filled again. */
    public static final Duration LATE = Duration.ofHours(24);

    private final ZoneId zone;
    private final QuarterSet open;
    private final Map<String, Bookable> resources = new TreeMap<>();
    private final Map<String, Map<LocalDate, Minutes>> counted = new TreeMap<>();
    private final Map<String, Map<Long, Integer>> booked = new HashMap<>();

    /**
     * One resource on one date of the site.
     *
     * @param open on duty within the opening hours
     * @param booked by visits that stand or took place, on ordinary lanes
     * @param overbooked likewise, on overflow lanes
     * @param blocked by closures, absences and maintenance, of what is open and not booked
     * @param noShow by visits whose patients did not come
     * @param cancelledLate by visits that were called off less than {@link #LATE} before their start
     */
    public record Minutes(long open, long booked, long overbooked, long blocked, long noShow, long cancelledLate) {

        /** Nothing. */
        public static final Minutes NONE = new Minutes(0, 0, 0, 0, 0, 0);

        private Minutes plus(Minutes other) {
            return new Minutes(
                    open + other.open,
                    booked + other.booked,
                    overbooked + other.overbooked,
                    blocked + other.blocked,
                    noShow + other.noShow,
                    cancelledLate + other.cancelledLate);
        }
    }

    private Utilisation(ZoneId zone, QuarterSet open, List<Bookable> resources) {
        this.zone = zone;
        this.open = open;
        resources.forEach(resource -> this.resources.put(resource.id(), resource));
    }

    /**
     * Counts.
     *
     * @param window the time that is counted
     * @param open when the site is open
     * @param resources what is counted; what has left the site is not
     * @return by resource, and date of the site
     */
    public static Map<String, Map<LocalDate, Minutes>> of(
            Quarters window,
            ZoneId zone,
            QuarterSet open,
            List<Bookable> resources,
            Collection<Appointment> visits,
            Collection<Block> blocks) {
        Utilisation utilisation = new Utilisation(zone, open, resources);
        for (Appointment visit : visits) {
            utilisation.count(visit, window);
        }
        utilisation.countOpen(window, blocks);
        return utilisation.counted;
    }

    private void count(Appointment visit, Quarters window) {
        for (ReservedPhase phase : visit.phases()) {
            for (Reservation held : phase.reservations()) {
                Bookable resource = resources.get(held.resource());
                if (resource != null) {
                    phase.span()
                            .each()
                            .filter(quarter -> quarter >= window.from() && quarter < window.until())
                            .forEach(quarter -> count(visit, held, resource, quarter));
                }
            }
        }
    }

    private void count(Appointment visit, Reservation held, Bookable resource, long quarter) {
        int minutes = TimeGrid.MINUTES;
        switch (visit.status()) {
            case CANCELLED -> {
                if (isLate(visit)) {
                    add(resource, quarter, new Minutes(0, 0, 0, 0, 0, minutes));
                }
            }
            case NO_SHOW -> add(resource, quarter, new Minutes(0, 0, 0, 0, minutes, 0));
            case BOOKED, ARRIVED, IN_TREATMENT, OBSERVATION, FULFILLED -> {
                if (held.lane() < resource.lanes()) {
                    booked.computeIfAbsent(resource.id(), id -> new HashMap<>()).merge(quarter, 1, Integer::sum);
                    add(resource, quarter, new Minutes(0, minutes, 0, 0, 0, 0));
                } else {
                    add(resource, quarter, new Minutes(0, 0, minutes, 0, 0, 0));
                }
            }
        }
    }

    /** Of what was called off before that was kept, nobody knows when. */
    private static boolean isLate(Appointment visit) {
        return visit.lastStepTo(AppointmentStatus.CANCELLED)
                .filter(cancelled -> cancelled.at().isAfter(visit.start().minus(LATE)))
                .isPresent();
    }

    private void countOpen(Quarters window, Collection<Block> blocks) {
        Occupancy closed = Occupancy.of(window, List.of(), blocks);
        for (Bookable resource : resources.values()) {
            Map<Long, Integer> taken = booked.getOrDefault(resource.id(), Map.of());
            window.each()
                    .filter(quarter -> {
                        Quarters one = Quarters.starting(quarter, 1);
                        return open.containsAll(one) && resource.onDuty().containsAll(one);
                    })
                    .forEach(quarter -> {
                        Quarters one = Quarters.starting(quarter, 1);
                        boolean blocked = closed.isClosed(one) || closed.isAbsent(resource, one);
                        int free = Math.max(0, resource.lanes() - taken.getOrDefault(quarter, 0));
                        add(
                                resource,
                                quarter,
                                new Minutes(
                                        (long) TimeGrid.MINUTES * resource.lanes(),
                                        0,
                                        0,
                                        blocked ? (long) TimeGrid.MINUTES * free : 0,
                                        0,
                                        0));
                    });
        }
    }

    private void add(Bookable resource, long quarter, Minutes minutes) {
        LocalDate date = TimeGrid.startOf(quarter).atZone(zone).toLocalDate();
        counted.computeIfAbsent(resource.id(), id -> new TreeMap<>()).merge(date, minutes, Minutes::plus);
    }
}
