package io.dendrite.scheduling.calendar.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What a visit of a treatment asks of the calendar: phases in order, each with a length and with needs.
 *
 * @param phases at least one, the first with the patient
 */
public record VisitPattern(List<Phase> phases) {

    /**
     * One phase of the visit.
     *
     * @param name how the clinic calls it, such as {@code OBSERVATION}
     * @param quarters its length on the grid
     * @param withPatient false once the patient has left and the place is made ready for the next
     * @param needs what it occupies for its whole length
     */
    public record Phase(String name, int quarters, boolean withPatient, List<Need> needs) {

        public Phase {
            if (quarters < 1) {
                throw new IllegalArgumentException("a phase lasts at least one quarter");
            }
            needs = List.copyOf(needs);
        }
    }

    public VisitPattern {
        phases = List.copyOf(phases);
        if (phases.isEmpty() || !phases.get(0).withPatient()) {
            throw new IllegalArgumentException("a visit begins with the patient");
        }
    }

    /** Everything the visit occupies when it starts at a quarter, what follows the patient's leave included. */
    public Quarters occupied(long start) {
        return Quarters.starting(
                start, phases.stream().mapToInt(Phase::quarters).sum());
    }

    /** The time for which the patient is there. */
    public Quarters withPatient(long start) {
        int count = 0;
        int last = 0;
        for (Phase phase : phases) {
            count += phase.quarters();
            last = phase.withPatient() ? count : last;
        }
        return Quarters.starting(start, last);
    }

    /** When each phase is, in order, for a start. */
    public List<Quarters> spans(long start) {
        List<Quarters> spans = new ArrayList<>();
        long from = start;
        for (Phase phase : phases) {
            spans.add(Quarters.starting(from, phase.quarters()));
            from += phase.quarters();
        }
        return List.copyOf(spans);
    }
}
