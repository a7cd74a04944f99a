package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Need;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.treatment.model.Phase;
import io.dendrite.scheduling.treatment.model.PhaseKind;
import io.dendrite.scheduling.treatment.model.Treatment;

/** What a treatment of the catalogue asks of the calendar. */
final class VisitPatterns {

    private VisitPatterns() {}

    static VisitPattern of(Treatment treatment) {
        return new VisitPattern(
                treatment.phases().stream().map(VisitPatterns::phase).toList());
    }

    private static VisitPattern.Phase phase(Phase phase) {
        return new VisitPattern.Phase(
                phase.phase().name(),
                TimeGrid.quarters(phase.minutes()),
                phase.phase() != PhaseKind.TURNOVER,
                phase.needs().stream()
                        .map(need -> new Need(need.kind(), need.skills()))
                        .toList());
    }
}
