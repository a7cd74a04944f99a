package io.dendrite.scheduling.clinic.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rosters must be like to be stored. */
public final class RosterRules {

    private RosterRules() {}

    /** What is wrong with these rosters, by the path of the field below them, such as {@code [1].validFrom}. */
    public static Map<String, String> violations(List<Roster> rosters) {
        Map<String, String> found = new LinkedHashMap<>();
        for (int number = 0; number < rosters.size(); number++) {
            Roster roster = rosters.get(number);
            String path = "[" + number + "]";
            if (roster.validTo() != null && roster.validTo().isBefore(roster.validFrom())) {
                found.put(path + ".validTo", "must not be before validFrom");
            }
            WeeklyHoursRules.violations(roster.workingHours())
                    .forEach((field, message) -> found.put(path + ".workingHours." + field, message));
            if (rosters.subList(0, number).stream().anyMatch(roster::overlaps)) {
                found.put(path + ".validFrom", "must lie after the end of the rosters above it: one holds on a date");
            }
        }
        return found;
    }
}
