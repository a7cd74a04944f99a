package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request whose names are resolved, with its starts on the grid in the order of the request. */
record VisitOrder(
        String id,
        Patient patient,
        Site site,
        Treatment treatment,
        VisitPattern pattern,
        List<RequestedVisit> visits,
        List<Long> starts,
        @Nullable String overbookReason) {

    String field(int number) {
        return "appointments[" + number + "].start";
    }

    RefusedVisit refused(int number, ProblemException problem) {
        return new RefusedVisit(
                number,
                TimeGrid.startOf(starts.get(number)).atZone(site.timeZone()).toOffsetDateTime(),
                RefusedVisit.Reason.of(problem));
    }

    Quarters window() {
        return starts.stream().map(pattern::occupied).reduce(Quarters::hull).orElseThrow();
    }

    /** The resources that a visit must have. */
    Set<String> required(int number) {
        return Set.copyOf(visits.get(number).resources());
    }

    /** Says of a visit that it cannot be had, without looking for another start. */
    ProblemException taken(int number) {
        return ProblemException.conflict(ProblemType.SLOT_TAKEN, "The start cannot be had.")
                .withErrors(List.of(new FieldError(field(number), "must be a start that can be had")));
    }
}
