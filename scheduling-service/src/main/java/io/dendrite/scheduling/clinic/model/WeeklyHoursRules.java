package io.dendrite.scheduling.clinic.model;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What hours must be like to be stored. */
public final class WeeklyHoursRules {

    private static final long GRID_NANOS = 15 * 60 * 1_000_000_000L;

    private WeeklyHoursRules() {}

    /**
     * What is wrong with these hours, by the path of the field below them, such as {@code MONDAY[1].from}; empty when
     * all is well.
     */
    public static Map<String, String> violations(WeeklyHours hours) {
        Map<String, String> found = new LinkedHashMap<>();
        hours.byDay().forEach((day, list) -> check(day, list, found));
        return found;
    }

    private static void check(DayOfWeek day, List<Hours> list, Map<String, String> found) {
        int previousEnd = 0;
        for (int i = 0; i < list.size(); i++) {
            Hours hours = list.get(i);
            String path = day + "[" + i + "]";
            if (offGrid(hours.from())) {
                found.put(path + ".from", "must lie on the 15-minute grid, such as 08:00 or 08:15");
            } else if (offGrid(hours.to())) {
                found.put(path + ".to", "must lie on the 15-minute grid, such as 18:00 or 18:15");
            } else if (hours.endSecond() <= hours.from().toSecondOfDay()) {
                found.put(path + ".to", "must be later than from; 00:00 is the end of the day");
            } else if (hours.from().toSecondOfDay() < previousEnd) {
                found.put(path + ".from", "must not be before the end of the hours above it");
            }
            previousEnd = hours.endSecond();
        }
    }

    private static boolean offGrid(LocalTime time) {
        return time.toNanoOfDay() % GRID_NANOS != 0;
    }
}
