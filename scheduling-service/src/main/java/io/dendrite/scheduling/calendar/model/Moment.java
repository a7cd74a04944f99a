package io.dendrite.scheduling.calendar.model;

import java.util.List;

/**
 * A visit at a certain start, held against a picture of the calendar.
 *
 * @param pattern what the visit needs
 * @param spans when each of its phases is
 * @param occupancy the picture
 */
record Moment(VisitPattern pattern, List<Quarters> spans, Occupancy occupancy) {

    /** Half a day: around a visit in opening hours, that is the whole day. */
    private static final int NEARBY = 12 * 60 / TimeGrid.MINUTES;

    static Moment of(VisitPattern pattern, long start, Occupancy occupancy) {
        return new Moment(pattern, pattern.spans(start), occupancy);
    }

    /**
     * The time in which load is compared. It must not depend on the window of the picture, or what is booked would not
     * be what availability counted on.
     */
    static Quarters nearby(Quarters visits) {
        return new Quarters(visits.from() - NEARBY, visits.until() + NEARBY);
    }

    /** The same start after a visit took its place. */
    Moment with(List<ReservedPhase> visit) {
        return new Moment(pattern, spans, occupancy.with(visit));
    }

    /** How many ordinary lanes a resource has free in a phase; none while it is off duty. */
    int freeLanes(Bookable resource, int phase) {
        return isOnDuty(resource, phase) ? occupancy.freeLanes(resource, spans.get(phase)) : 0;
    }

    /** The lane that a resource would give in a phase, or {@link Occupancy#NO_LANE}. */
    int freeLane(Bookable resource, int phase, Wishes wishes) {
        return isOnDuty(resource, phase)
                ? occupancy.freeLane(resource, spans.get(phase), wishes.overbook(), wishes.turn())
                : Occupancy.NO_LANE;
    }

    /** The most visits that a resource could serve in all of some phases. */
    int freeLanes(Bookable resource, List<Integer> phases) {
        int least = Integer.MAX_VALUE;
        for (int phase : phases) {
            least = Math.min(least, freeLanes(resource, phase));
            if (least == 0) {
                return 0;
            }
        }
        return least;
    }

    /** How busy a resource is around the visit. */
    double load(Bookable resource) {
        Quarters first = spans.get(0);
        return occupancy.load(resource, nearby(Quarters.starting(first.from(), 1)));
    }

    /** Once the patient has left, places are made ready after hours as well. */
    boolean isOnDuty(Bookable resource, int phase) {
        return !pattern.phases().get(phase).withPatient() || resource.onDuty().containsAll(spans.get(phase));
    }
}
