package io.dendrite.scheduling.calendar.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Visits, needs and resources in few words. */
final class Visits {

    /** A window of a day, and the quarter at which the visits of the tests start. */
    static final Quarters WINDOW = Quarters.starting(2_000_000, 96);

    static final long START = WINDOW.from() + 20;

    static final Need CHAIR = need("CHAIR");
    static final Need NURSE = need("NURSE", "iv");

    private Visits() {}

    static Need need(String kind, String... skills) {
        return new Need(kind, Set.of(skills));
    }

    static VisitPattern.Phase phase(String name, int quarters, Need... needs) {
        return new VisitPattern.Phase(name, quarters, true, List.of(needs));
    }

    static VisitPattern.Phase turnover(int quarters, Need... needs) {
        return new VisitPattern.Phase("TURNOVER", quarters, false, List.of(needs));
    }

    static VisitPattern visit(VisitPattern.Phase... phases) {
        return new VisitPattern(List.of(phases));
    }

    /** Preparation, administration and observation in a chair with a nurse, then cleaning the chair. */
    static VisitPattern infusion() {
        return visit(
                phase("PREPARATION", 1, CHAIR, NURSE),
                phase("ADMINISTRATION", 3, CHAIR, NURSE),
                phase("OBSERVATION", 4, CHAIR, NURSE),
                turnover(1, CHAIR));
    }

    static Bookable chair(String id) {
        return on(WINDOW, id, "CHAIR", 1);
    }

    static Bookable nurse(String id, int lanes) {
        return on(WINDOW, id, "NURSE", lanes, "iv");
    }

    static Bookable on(Quarters duty, String id, String kind, int lanes, String... skills) {
        return new Bookable(id, kind, Set.of(skills), lanes, QuarterSet.of(WINDOW, List.of(duty)));
    }

    /** A picture in which one lane of a resource is taken. */
    static Occupancy taken(String resource, int lane, Quarters span) {
        return Occupancy.of(WINDOW, new Reservation(resource, lane).claims(span).toList());
    }

    /** A picture in which a block of the whole site, or of one resource, is all there is. */
    static Occupancy blocked(boolean wholeSite, String resource, Quarters span) {
        Block block = new Block(
                "b1",
                "riverside",
                span,
                List.of(new Block.BlockedResource(resource, 1)),
                wholeSite,
                "repair",
                Instant.EPOCH);
        return Occupancy.of(WINDOW, List.of(), List.of(block));
    }

    static Occupancy nothingTaken() {
        return Occupancy.of(WINDOW, List.of());
    }
}
