package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Need;
import io.dendrite.scheduling.treatment.model.Phase;
import io.dendrite.scheduling.treatment.model.PhaseKind;
import io.dendrite.scheduling.treatment.model.Preparation;
import io.dendrite.scheduling.treatment.model.Route;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A long visit that takes two nurses at its heart, and a short one of two nurses without a chair. Nothing of it can be changed. */
final class SmallCatalogue implements Treatments {

    static final List<String> IDS = List.of("infusion", "check");

    private static final Need CHAIR = new Need("CHAIR", Set.of());
    private static final Need NURSE = new Need("NURSE", Set.of("iv"));

    private static Treatment treatment(String id, Phase... phases) {
        return new Treatment(
                id, id, Route.INTRAVENOUS, List.of(), List.of(phases), null, false, false, 0, new Preparation(0, 0), 1);
    }

    @Override
    public Optional<Treatment> treatment(String id) {
        return treatments().stream()
                .filter(treatment -> treatment.id().equals(id))
                .findFirst();
    }

    @Override
    public List<Treatment> treatments() {
        return List.of(
                treatment(
                        "infusion",
                        new Phase(PhaseKind.PREPARATION, 15, List.of(CHAIR, NURSE)),
                        new Phase(PhaseKind.ADMINISTRATION, 45, List.of(CHAIR, NURSE, NURSE)),
                        new Phase(PhaseKind.OBSERVATION, 60, List.of(CHAIR, NURSE)),
                        new Phase(PhaseKind.TURNOVER, 15, List.of(CHAIR))),
                treatment("check", new Phase(PhaseKind.ADMINISTRATION, 30, List.of(NURSE, NURSE))));
    }

    @Override
    public boolean add(Treatment treatment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(Treatment treatment, long expectedVersion) {
        throw new UnsupportedOperationException();
    }
}
