package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Occupancy;
import io.dendrite.scheduling.calendar.model.QuarterSet;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.RefusalReason;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.ResourceChoice;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.calendar.model.Wishes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a site's calendar looks around some time, for visits of one treatment and perhaps one patient.
 *
 * @param pattern what a visit needs
 * @param open when the site is open
 * @param patientBusy when the patient is somewhere already
 * @param choice who and what could serve
 * @param occupancy what of that is taken
 */
record Picture(
        VisitPattern pattern, QuarterSet open, List<Quarters> patientBusy, ResourceChoice choice, Occupancy occupancy) {

    /** Why a visit cannot start at a time. */
    enum Refusal {
        NOT_OPEN,
        PATIENT_BUSY,
        TAKEN
    }

    /** Why a visit cannot start at a quarter, as far as that is known without choosing resources. */
    Optional<Refusal> refusal(long start) {
        Quarters visit = pattern.withPatient(start);
        if (!open.containsAll(visit)) {
            return Optional.of(Refusal.NOT_OPEN);
        }
        return isPatientBusy(visit) ? Optional.of(Refusal.PATIENT_BUSY) : Optional.empty();
    }

    /** What a visit that starts at a quarter would get; empty when a need has nobody. */
    Optional<List<ReservedPhase>> choose(long start, Wishes wishes) {
        return choice.choose(start, occupancy, wishes);
    }

    /** Whether a chosen visit overbooks a resource. */
    boolean overbooks(List<ReservedPhase> visit) {
        return choice.overflows(visit);
    }

    /**
     * How many such visits could start at a quarter.
     *
     * @param required resources that each of them must have
     */
    int free(long start, Set<String> required) {
        return refusal(start).isPresent() ? 0 : choice.count(start, occupancy, required);
    }

    /** Every reason why a visit cannot start at a quarter; of a closed site just that. Empty when it can. */
    List<RefusalReason> explain(long start, Set<String> required) {
        if (!open.containsAll(pattern.withPatient(start))) {
            return ofPhases(start, RefusalReason.Why.CLOSED);
        }
        List<RefusalReason> reasons = new ArrayList<>(ofPhases(start, RefusalReason.Why.PATIENT_BUSY));
        reasons.addAll(choice.explain(start, occupancy, required));
        return List.copyOf(reasons);
    }

    /** The picture after a visit was put into it. */
    Picture with(List<ReservedPhase> visit) {
        Stream<Quarters> added =
                visit.stream().filter(ReservedPhase::withPatient).map(ReservedPhase::span);
        return new Picture(
                pattern, open, Stream.concat(patientBusy.stream(), added).toList(), choice, occupancy.with(visit));
    }

    /** The phases with the patient of which a reason holds, {@code CLOSED} or {@code PATIENT_BUSY}. */
    private List<RefusalReason> ofPhases(long start, RefusalReason.Why why) {
        List<Quarters> spans = pattern.spans(start);
        List<RefusalReason> reasons = new ArrayList<>();
        for (int phase = 0; phase < spans.size(); phase++) {
            VisitPattern.Phase asked = pattern.phases().get(phase);
            Quarters span = spans.get(phase);
            boolean holds = why == RefusalReason.Why.CLOSED ? !open.containsAll(span) : isPatientBusy(span);
            if (asked.withPatient() && holds) {
                reasons.add(RefusalReason.of(why, asked.name()));
            }
        }
        return reasons;
    }

    private boolean isPatientBusy(Quarters span) {
        for (Quarters busy : patientBusy) {
            if (busy.overlaps(span)) {
                return true;
            }
        }
        return false;
    }
}
