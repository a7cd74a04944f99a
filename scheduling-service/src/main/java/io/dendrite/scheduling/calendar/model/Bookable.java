package io.dendrite.scheduling.calendar.model;

import java.util.Set;

/**
 * A resource as the calendar sees it when it looks for a place.
 *
 * @param id its id within the site
 * @param kind what kind it is of
 * @param skills what it can do
 * @param lanes how many appointments it carries at once, at least 1
 * @param overflowLanes how many more a deliberate overbooking may put on it; they are numbered after the ordinary ones
 * @param onDuty when it works, within the window that is looked at
 */
public record Bookable(String id, String kind, Set<String> skills, int lanes, int overflowLanes, QuarterSet onDuty) {

    public Bookable {
        skills = Set.copyOf(skills);
        if (lanes < 1) {
            throw new IllegalArgumentException("a resource has at least one lane");
        }
        if (overflowLanes < 0) {
            throw new IllegalArgumentException("a resource has no fewer than no overflow lanes");
        }
    }

    /** How many of its skills a need leaves unused: the more, the more it is missed elsewhere. */
    int sparedSkills(Need need) {
        return skills.size() - need.skills().size();
    }

    /** A resource that is never overbooked. */
    public Bookable(String id, String kind, Set<String> skills, int lanes, QuarterSet onDuty) {
        this(id, kind, skills, lanes, 0, onDuty);
    }
}
