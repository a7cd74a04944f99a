package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.calendar.model.Wishes;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.outbox.OutboxWake;
import io.dendrite.scheduling.patient.application.Patients;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Books one visit, or all visits of a course: all of them or none.
 *
 * <p>Resources are chosen on a picture of the calendar and then claimed in one write. If somebody was faster, the picture
 * is taken anew and others are chosen, up to {@value #TURNS} times; each lost turn means that somebody else has won one.
 */
@Component
public class BookVisits {

    static final int TURNS = 20;

    /** The most appointments of one booking. */
    public static final int MOST_APPOINTMENTS = 60;

    private final Clinic clinic;
    private final Treatments treatments;
    private final Patients patients;
    private final Calendar calendar;
    private final Pictures pictures;
    private final Refusals refusals;
    private final BookingEventFactory events;
    private final OutboxWake relay;
    private final Clock clock;

    BookVisits(
            Clinic clinic,
            Treatments treatments,
            Patients patients,
            Calendar calendar,
            Pictures pictures,
            Refusals refusals,
            BookingEventFactory events,
            OutboxWake relay,
            Clock clock) {
        this.clinic = clinic;
        this.treatments = treatments;
        this.patients = patients;
        this.calendar = calendar;
        this.pictures = pictures;
        this.refusals = refusals;
        this.events = events;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param patientId who comes
     * @param siteId where
     * @param treatmentId what for
     * @param visits when, at least one
     */
    public record Request(String patientId, String siteId, String treatmentId, List<RequestedVisit> visits) {

        public Request {
            visits = List.copyOf(visits);
        }
    }

    /** A request whose names are resolved, with its starts on the grid in the order of the request. */
    private record Order(
            String id,
            Patient patient,
            Site site,
            Treatment treatment,
            VisitPattern pattern,
            List<RequestedVisit> visits,
            List<Long> starts) {

        String field(int number) {
            return "appointments[" + number + "].start";
        }

        Quarters window() {
            return starts.stream().map(pattern::occupied).reduce(Quarters::hull).orElseThrow();
        }
    }

    /**
     * Books.
     *
     * @param id the id of the new booking; one that exists is answered as it is, so that a repeated attempt books once
     * @throws ProblemException 400 naming the field that is wrong; 409 or 422 with alternatives when a start cannot be had
     */
    public Booking book(String id, Request request) {
        Order order = resolve(id, request);
        for (int turn = 0; turn < TURNS; turn++) {
            List<Booking> known = calendar.currentBookingsOf(order.patient().id());
            Booking booking = Booking.of(
                    id,
                    order.site().id(),
                    order.patient().id(),
                    order.treatment().id(),
                    clock.instant(),
                    choose(order, known, turn));
            if (!order.patient().isKnownAt(order.site().id())) {
                // Not before it is known that there is a place, and not after: the site must see whom its booking is
                // for.
                patients.knownAt(order.patient().id(), order.site().id());
            }
            try {
                calendar.add(booking, List.of(events.confirmed(booking, order.patient(), order.site())));
                relay.wake(booking.patientId());
                return booking;
            } catch (EntryExistsException e) {
                return calendar.booking(id).orElseThrow(() -> e);
            } catch (ClaimTakenException e) {
                // Somebody was faster: look again.
            }
        }
        throw refuse(
                order,
                Picture.Refusal.TAKEN,
                0,
                calendar.currentBookingsOf(order.patient().id()));
    }

    private List<List<ReservedPhase>> choose(Order order, List<Booking> known, int turn) {
        Picture picture = pictures.of(order.site(), order.pattern(), order.window(), known);
        Set<String> familiar = new HashSet<>(Familiar.to(known, order.site().id()));
        List<List<ReservedPhase>> visits = new ArrayList<>();
        for (int number = 0; number < order.starts().size(); number++) {
            long start = order.starts().get(number);
            Picture.Refusal refusal = picture.refusal(start).orElse(null);
            if (refusal != null) {
                throw refuse(order, refusal, number, known);
            }
            Wishes wishes = new Wishes(required(order, number), familiar, turn);
            List<ReservedPhase> visit = picture.choose(start, wishes).orElse(null);
            if (visit == null) {
                throw refuse(order, Picture.Refusal.TAKEN, number, known);
            }
            visits.add(visit);
            familiar.addAll(Familiar.in(visit));
            picture = picture.with(visit);
        }
        return visits;
    }

    private ProblemException refuse(Order order, Picture.Refusal refusal, int number, List<Booking> known) {
        return refusals.of(
                refusal,
                order.field(number),
                order.starts().get(number),
                order.site(),
                order.pattern(),
                new Wishes(required(order, number), Set.of(), 0),
                window -> pictures.of(order.site(), order.pattern(), window, known));
    }

    private static Set<String> required(Order order, int number) {
        return Set.copyOf(order.visits().get(number).resources());
    }

    private Order resolve(String id, Request request) {
        Patient patient = patients.patient(request.patientId())
                .orElseThrow(() -> ProblemException.invalid("patientId", "must be the id of a patient"));
        Site site = clinic.site(request.siteId())
                .orElseThrow(() -> ProblemException.invalid("siteId", "must be the id of a site"));
        Treatment treatment = treatments
                .treatment(request.treatmentId())
                .orElseThrow(() -> ProblemException.invalid("treatmentId", "must be the id of a treatment"));
        Admission.check(treatment, site, patient);
        Instant now = clock.instant();
        Set<String> resources =
                clinic.resources(site.id()).stream().map(Resource::id).collect(Collectors.toSet());
        List<Long> starts = new ArrayList<>();
        for (int number = 0; number < request.visits().size(); number++) {
            RequestedVisit visit = request.visits().get(number);
            String field = "appointments[" + number + "]";
            starts.add(StartTime.quarter(field + ".start", visit.start(), site.timeZone(), now));
            RequestedResources.check(field + ".resources", visit.resources(), resources);
        }
        return new Order(id, patient, site, treatment, VisitPatterns.of(treatment), request.visits(), starts);
    }
}
