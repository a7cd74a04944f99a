package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.Wishes;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.application.Patients;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Resolves what is asked for, chooses who and what each visit gets, and says why one cannot be had. Stores nothing. */
@Component
class ChooseVisits {

    private final Clinic clinic;
    private final Treatments treatments;
    private final Patients patients;
    private final Pictures pictures;
    private final Refusals refusals;
    private final Clock clock;

    ChooseVisits(
            Clinic clinic,
            Treatments treatments,
            Patients patients,
            Pictures pictures,
            Refusals refusals,
            Clock clock) {
        this.clinic = clinic;
        this.treatments = treatments;
        this.patients = patients;
        this.pictures = pictures;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Hears that a visit cannot be had; it throws the problem, or goes on without the visit. */
    interface OnRefusal {
        void refused(int number, Supplier<ProblemException> problem);
    }

    /**
     * The request with everything that it names.
     *
     * @param id of what is made of it
     * @throws ProblemException 400 naming the field that is wrong; 422 when the treatment must not be given
     */
    VisitOrder resolve(String id, BookVisits.Request request) {
        Patient patient = patients.patient(request.patientId())
                .orElseThrow(() -> ProblemException.invalid("patientId", "must be the id of a patient"));
        Site site = clinic.site(request.siteId())
                .orElseThrow(() -> ProblemException.invalid("siteId", "must be the id of a site"));
        Treatment treatment = treatments
                .treatment(request.treatmentId())
                .orElseThrow(() -> ProblemException.invalid("treatmentId", "must be the id of a treatment"));
        Admission.check(treatment, site, patient);
        Instant now = clock.instant();
        Set<String> resources = namesResources(request)
                ? clinic.resources(site.id()).stream().map(Resource::id).collect(Collectors.toSet())
                : Set.of();
        List<Long> starts = new ArrayList<>();
        for (int number = 0; number < request.visits().size(); number++) {
            RequestedVisit visit = request.visits().get(number);
            String field = "appointments[" + number + "]";
            starts.add(StartTime.quarter(field + ".start", visit.start(), site.timeZone(), now));
            RequestedResources.check(field + ".resources", visit.resources(), resources);
        }
        return new VisitOrder(
                id,
                patient,
                site,
                treatment,
                VisitPatterns.of(treatment),
                request.visits(),
                starts,
                request.overbookReason());
    }

    /** Few requests do, and the others need not wait for a reading. */
    private static boolean namesResources(BookVisits.Request request) {
        return request.visits().stream().anyMatch(visit -> !visit.resources().isEmpty());
    }

    /** The booking as it could be made now; visits that are refused without a problem are not in it. */
    Booking choose(VisitOrder order, List<Booking> known, int turn, OnRefusal onRefusal) {
        Picture picture = pictures.of(order.site(), order.pattern(), order.window(), known);
        Set<String> familiar = new HashSet<>(Familiar.to(known, order.site().id()));
        SortedMap<Integer, List<ReservedPhase>> visits = new TreeMap<>();
        Set<Integer> overbooked = new HashSet<>();
        for (int place = 0; place < order.starts().size(); place++) {
            int number = place;
            long start = order.starts().get(number);
            Picture.Refusal refusal = picture.refusal(start).orElse(null);
            Wishes wishes = new Wishes(order.required(number), familiar, turn, order.overbookReason() != null);
            List<ReservedPhase> visit =
                    refusal == null ? picture.choose(start, wishes).orElse(null) : null;
            if (visit == null) {
                Picture.Refusal why = refusal == null ? Picture.Refusal.TAKEN : refusal;
                onRefusal.refused(number, () -> refuse(order, why, number, known));
            } else {
                visits.put(number + 1, visit);
                if (picture.overbooks(visit)) {
                    overbooked.add(number + 1);
                }
                familiar.addAll(Familiar.in(visit));
                picture = picture.with(visit);
            }
        }
        if (visits.isEmpty()) {
            throw ProblemException.conflict(
                            ProblemType.SLOT_TAKEN, "None of the starts can be had. Nothing was changed.")
                    .withErrors(IntStream.range(0, order.starts().size())
                            .mapToObj(number -> new FieldError(order.field(number), "must be a start that can be had"))
                            .toList());
        }
        Booking booking = Booking.numbered(
                order.id(),
                order.site().id(),
                order.patient().id(),
                order.treatment().id(),
                clock.instant(),
                visits);
        return order.overbookReason() == null ? booking : booking.overbooked(overbooked, order.overbookReason());
    }

    /** The problem that a visit cannot be had, with the nearest starts that can. */
    ProblemException refuse(VisitOrder order, Picture.Refusal refusal, int number, List<Booking> known) {
        return refusals.of(
                refusal,
                order.field(number),
                order.starts().get(number),
                order.site(),
                order.pattern(),
                new Wishes(order.required(number), Set.of(), 0),
                window -> pictures.of(order.site(), order.pattern(), window, known));
    }
}
