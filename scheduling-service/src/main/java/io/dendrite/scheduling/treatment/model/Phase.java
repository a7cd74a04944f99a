package io.dendrite.scheduling.treatment.model;

import java.util.List;
import java.util.Objects;

/**
 * A part of a visit.
 *
 * @param phase which part
 * @param minutes how long it lasts, on the 15-minute grid
 * @param needs what it occupies for all of that time
 */
public record Phase(PhaseKind phase, int minutes, List<Need> needs) {

    public Phase {
        Objects.requireNonNull(phase, "phase");
        needs = List.copyOf(needs);
    }
}
