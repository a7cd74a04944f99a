package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.application.Availability.RefusedStart;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.RefusalReason;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.application.Patients;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.EnrolmentRule;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the starts at which a visit could be booked, and how many such visits could start at each. */
@Component
public class FindStarts {

    /** The longest range that can be asked for. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private final Clinic clinic;
    private final Treatments treatments;
    private final Patients patients;
    private final Calendar calendar;
    private final Pictures pictures;
    private final Clock clock;

    FindStarts(
            Clinic clinic,
            Treatments treatments,
            Patients patients,
            Calendar calendar,
            Pictures pictures,
            Clock clock) {
        this.clinic = clinic;
        this.treatments = treatments;
        this.patients = patients;
        this.calendar = calendar;
        this.pictures = pictures;
        this.clock = clock;
    }

    /**
     * The free starts, and where that is asked, why the others are not; none that lie in the past.
     *
     * @throws ProblemException 400 naming the parameter that is wrong
     */
    public Availability find(AvailabilityQuery query) {
        requireResource(query);
        Instant now = clock.instant();
        Instant from = query.range().from();
        long first = TimeGrid.quarterFrom(from.isBefore(now) ? now : from);
        long end = TimeGrid.quarterFrom(query.range().to());
        if (first >= end) {
            return new Availability(List.of(), List.of());
        }
        return Admission.obstacle(query.treatment(), query.site(), query.patient())
                .map(obstacle -> none(query, first, end, obstacle))
                .orElseGet(() -> look(query, first, end));
    }

    private Availability look(AvailabilityQuery query, long first, long end) {
        VisitPattern pattern = VisitPatterns.of(query.treatment());
        Quarters window = new Quarters(first, end).hull(pattern.occupied(end - 1));
        Patient patient = query.patient();
        Picture picture = pictures.of(
                query.site(), pattern, window, patient == null ? List.of() : calendar.commitmentsOf(patient.id()));
        Set<String> required = query.resource() == null ? Set.of() : Set.of(query.resource());
        List<Slot> slots = new ArrayList<>();
        List<RefusedStart> refused = new ArrayList<>();
        for (long start = first; start < end && slots.size() < query.limit(); start++) {
            if (!query.filter().wants(start, query.site().timeZone())) {
                continue;
            }
            int free = picture.free(start, required);
            if (free > 0) {
                slots.add(new Slot(pattern.withPatient(start), free));
            } else if (query.explain() && refused.size() < query.limit()) {
                refused.add(new RefusedStart(TimeGrid.startOf(start), picture.explain(start, required)));
            }
        }
        return new Availability(slots, refused);
    }

    /** What a treatment that must not be given there has: no start, whoever is free. */
    private static Availability none(AvailabilityQuery query, long first, long end, EnrolmentRule.Obstacle obstacle) {
        RefusalReason reason = RefusalReason.of(
                switch (obstacle) {
                    case SITE_NOT_CERTIFIED -> RefusalReason.Why.SITE_NOT_CERTIFIED;
                    case PATIENT_NOT_ENROLLED -> RefusalReason.Why.PATIENT_NOT_ENROLLED;
                },
                null);
        List<RefusedStart> refused = new ArrayList<>();
        for (long start = first; query.explain() && start < end && refused.size() < query.limit(); start++) {
            if (query.filter().wants(start, query.site().timeZone())) {
                refused.add(new RefusedStart(TimeGrid.startOf(start), List.of(reason)));
            }
        }
        return new Availability(List.of(), refused);
    }

    /**
     * The range that two parameters name; dates are whole days of the site.
     *
     * @throws ProblemException 400 naming the parameter that is wrong
     */
    public Range range(String from, String to, Site site) {
        Instant first = boundary("from", from, site, 0);
        Instant last = boundary("to", to, site, 1);
        if (!first.isBefore(last)) {
            throw ProblemException.invalid("to", "must be after from");
        }
        if (Duration.between(first, last).compareTo(LONGEST.plusHours(1)) > 0) {
            throw ProblemException.invalid("to", "must be at most " + LONGEST.toDays() + " days after from");
        }
        return new Range(first, last);
    }

    /**
     * A stretch of time.
     *
     * @param from its first instant
     * @param to its end, exclusive
     */
    public record Range(Instant from, Instant to) {}

    /**
     * The site that a parameter names.
     *
     * @throws ProblemException 400
     */
    public Site site(String id) {
        return clinic.site(id).orElseThrow(() -> ProblemException.invalid("site", "must be the id of a site"));
    }

    /**
     * The treatment that a parameter names.
     *
     * @throws ProblemException 400
     */
    public Treatment treatment(String id) {
        return treatments
                .treatment(id)
                .orElseThrow(() -> ProblemException.invalid("treatment", "must be the id of a treatment"));
    }

    /**
     * The patient that a parameter names.
     *
     * @throws ProblemException 400
     */
    public Patient patient(String id) {
        return patients.patient(id)
                .orElseThrow(() -> ProblemException.invalid("patientId", "must be the id of a patient"));
    }

    private void requireResource(AvailabilityQuery query) {
        String resource = query.resource();
        if (resource != null && clinic.resource(query.site().id(), resource).isEmpty()) {
            throw ProblemException.invalid("resource", "must be the id of a resource of the site");
        }
    }

    private static Instant boundary(String field, String text, Site site, int daysAfter) {
        return text.length() == 10
                ? Dates.parse(field, text)
                        .plusDays(daysAfter)
                        .atStartOfDay(site.timeZone())
                        .toInstant()
                : StartTime.instant(field, text, site.timeZone());
    }
}
