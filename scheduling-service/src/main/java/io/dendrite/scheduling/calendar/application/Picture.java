package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Occupancy;
import io.dendrite.scheduling.calendar.model.QuarterSet;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.ResourceChoice;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.calendar.model.Wishes;
import java.util.List;
import java.util.Optional;
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
        return patientBusy.stream().anyMatch(visit::overlaps) ? Optional.of(Refusal.PATIENT_BUSY) : Optional.empty();
    }

    /** What a visit that starts at a quarter would get; empty when a need has nobody. */
    Optional<List<ReservedPhase>> choose(long start, Wishes wishes) {
        return choice.choose(pattern, start, occupancy, wishes);
    }

    /** How many such visits could start at a quarter. */
    int free(long start, Wishes wishes) {
        return refusal(start).isPresent() ? 0 : choice.count(pattern, start, occupancy, wishes);
    }

    /** The picture after a visit was put into it. */
    Picture with(List<ReservedPhase> visit) {
        Stream<Quarters> added =
                visit.stream().filter(ReservedPhase::withPatient).map(ReservedPhase::span);
        return new Picture(
                pattern, open, Stream.concat(patientBusy.stream(), added).toList(), choice, occupancy.with(visit));
    }
}
