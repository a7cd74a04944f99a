package io.dendrite.notification.site.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long before a visit its patient is reminded. The hours are those of the clocks at the site: a reminder 24 hours
 * before a visit at nine comes at nine, also when the clocks change in between.
 *
 * @param hoursBefore in descending order, each once, each from 2 to 720; none for no reminder
 */
public record ReminderPlan(List<Integer> hoursBefore) {

    /** Three days and one day before. */
    public static final ReminderPlan DEFAULT = new ReminderPlan(List.of(72, 24));

    /** The most reminders of one visit. */
    public static final int MOST = 5;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 30 * 24;

    /** Who has just been told of a visit is not reminded of it before so much time has passed. */
    private static final Duration JUST_TOLD = Duration.ofHours(2);

    /** So long before a visit the patient is on the way. */
    private static final Duration TOO_LATE = Duration.ofHours(1);

    public ReminderPlan {
        hoursBefore = hoursBefore.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        if (hoursBefore.size() > MOST || hoursBefore.stream().anyMatch(h -> h < SHORTEST || h > LONGEST)) {
            throw new IllegalArgumentException("at most 5 reminders, each from 2 to 720 hours before");
        }
    }

    /**
     * The reminders of a visit, the earliest first. Of two that fall on one moment the later one stays.
     *
     * @param start when the visit begins
     * @param zone of the site
     * @param civil when patients may be written to
     * @param toldAt when the patient was told of the visit
     */
    public List<PlannedReminder> of(Instant start, ZoneId zone, CivilHours civil, Instant toldAt) {
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        List<PlannedReminder> planned = new ArrayList<>();
        Instant usefulUntil = start.minus(TOO_LATE);
        for (int i = hoursBefore.size() - 1; i >= 0; i--) {
            int hours = hoursBefore.get(i);
            Instant due = civil.atOrBefore(local.minusHours(hours), zone);
            if (due.isBefore(usefulUntil) && !due.isBefore(toldAt.plus(JUST_TOLD))) {
                planned.add(0, new PlannedReminder(hours, due, usefulUntil, planned.isEmpty()));
                usefulUntil = due;
            }
        }
        return List.copyOf(planned);
    }
}
