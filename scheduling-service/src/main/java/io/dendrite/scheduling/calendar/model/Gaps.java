package io.dendrite.scheduling.calendar.model;

import java.util.ArrayList;
import java.util.List;

/** The stretches of a day in which a resource is on duty and has an ordinary lane that nothing takes. */
public final class Gaps {

    private Gaps() {}

    /**
     * The gaps, in order of time.
     *
     * @param open when the site is open
     * @param day within which to look
     */
    public static List<Quarters> of(Bookable resource, QuarterSet open, Occupancy occupancy, Quarters day) {
        List<Quarters> gaps = new ArrayList<>();
        long begun = -1;
        for (long quarter = day.from(); quarter < day.until(); quarter++) {
            Quarters one = Quarters.starting(quarter, 1);
            boolean free = open.containsAll(one)
                    && resource.onDuty().containsAll(one)
                    && occupancy.freeLanes(resource, one) > 0;
            if (free && begun < 0) {
                begun = quarter;
            } else if (!free && begun >= 0) {
                gaps.add(new Quarters(begun, quarter));
                begun = -1;
            }
        }
        if (begun >= 0) {
            gaps.add(new Quarters(begun, day.until()));
        }
        return List.copyOf(gaps);
    }
}
