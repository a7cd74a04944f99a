package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.calendar.model.Wishes;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.outbox.OutboxWake;
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
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Books one visit, or all visits of a course: all of them or none, unless a part is asked for.
 *
 * <p>Resources are chosen on a picture of the calendar and then claimed in one write. If somebody was faster, the picture
 * is taken anew and others are chosen, up to {@value #TURNS} times; each lost turn means that somebody else has won one.
 */
@Component
public class BookVisits {

    static final int TURNS = 20;

    /** The most appointments of one booking. */
    public static final int MOST_APPOINTMENTS = 60;

    /** For how many refused visits of one request alternatives are looked for. */
    private static final int MOST_WITH_ALTERNATIVES = 10;

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
     * @param overbookReason why overflow lanes may be taken where ordinary ones do not suffice; null keeps to those
     */
    public record Request(
            String patientId,
            String siteId,
            String treatmentId,
            List<RequestedVisit> visits,
            @Nullable String overbookReason) {

        public Request {
            visits = List.copyOf(visits);
        }

        /** A request that keeps to the ordinary lanes. */
        public Request(String patientId, String siteId, String treatmentId, List<RequestedVisit> visits) {
            this(patientId, siteId, treatmentId, visits, null);
        }
    }

    /** A request whose names are resolved, with its starts on the grid in the order of the request. */
    record Order(
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
    }

    /**
     * Books.
     *
     * @param id the id of the new booking; one that exists is answered as it is, so that a repeated attempt books once
     * @throws ProblemException 400 naming the field that is wrong; 409 or 422 with alternatives when a start cannot be had
     */
    public Booking book(String id, Request request) {
        return book(id, request, true);
    }

    /**
     * Books, and has the patient told or not: whoever brings in what was booked elsewhere does not tell it again.
     *
     * @throws ProblemException as without the choice
     */
    public Booking book(String id, Request request, boolean tell) {
        return book(resolve(id, request), tell, (number, problem) -> {
            throw problem.get();
        });
    }

    /**
     * Looks whether it could be booked now, and does not.
     *
     * @throws ProblemException as {@link #book(String, Request)}
     */
    public void check(String id, Request request) {
        Order order = resolve(id, request);
        choose(order, calendar.commitmentsOf(order.patient().id()), 0, (number, problem) -> {
            throw problem.get();
        });
    }

    /**
     * Books those of the visits that can be had.
     *
     * @param id as for {@link #book}
     * @throws ProblemException 400 naming the field that is wrong; 409 when no start can be had
     */
    public PartialBooking bookPartly(String id, Request request) {
        Order order = resolve(id, request);
        SortedMap<Integer, RefusedVisit> refused = new TreeMap<>();
        Booking booking;
        try {
            // Alternatives are a search each; who is refused more often needs another plan.
            booking = book(
                    order,
                    true,
                    (number, problem) -> refused.computeIfAbsent(
                            number,
                            unknown -> order.refused(
                                    unknown,
                                    refused.size() < MOST_WITH_ALTERNATIVES ? problem.get() : taken(order, unknown))));
        } catch (ProblemException e) {
            throw e.with("refused", List.copyOf(refused.values()));
        }
        Set<Integer> booked = booking.numbers();
        return new PartialBooking(
                booking,
                IntStream.range(0, order.starts().size())
                        .filter(number -> !booked.contains(number + 1))
                        .mapToObj(number -> refused.computeIfAbsent(
                                number, unknown -> order.refused(unknown, taken(order, unknown))))
                        .toList());
    }

    /** Hears that a visit cannot be had; it throws the problem, or goes on without the visit. */
    interface OnRefusal {
        void refused(int number, Supplier<ProblemException> problem);
    }

    private Booking book(Order order, boolean tell, OnRefusal onRefusal) {
        String patientId = order.patient().id();
        for (int turn = 0; turn < TURNS; turn++) {
            List<Booking> known = calendar.commitmentsOf(patientId);
            Optional<Booking> made = known.stream()
                    .filter(booking -> booking.id().equals(order.id()))
                    .findFirst();
            if (made.isPresent()) {
                // By an attempt before, whose answer was lost.
                return made.get();
            }
            Booking booking = choose(order, known, turn, onRefusal);
            if (!order.patient().isKnownAt(order.site().id())) {
                // Not before it is known that there is a place, and not after: the site must see whom its booking is
                // for.
                patients.knownAt(patientId, order.site().id());
            }
            try {
                calendar.add(
                        booking, tell ? List.of(events.confirmed(booking, order.patient(), order.site())) : List.of());
                relay.wake(booking.patientId());
                return booking;
            } catch (EntryExistsException e) {
                return calendar.booking(order.id()).orElseThrow(() -> e);
            } catch (ClaimTakenException e) {
                // Somebody was faster: look again.
            }
        }
        throw refuse(order, Picture.Refusal.TAKEN, 0, calendar.commitmentsOf(patientId));
    }

    /** The booking as it could be made now; visits that are refused without a problem are not in it. */
    Booking choose(Order order, List<Booking> known, int turn, OnRefusal onRefusal) {
        Picture picture = pictures.of(order.site(), order.pattern(), order.window(), known);
        Set<String> familiar = new HashSet<>(Familiar.to(known, order.site().id()));
        SortedMap<Integer, List<ReservedPhase>> visits = new TreeMap<>();
        Set<Integer> overbooked = new HashSet<>();
        for (int place = 0; place < order.starts().size(); place++) {
            int number = place;
            long start = order.starts().get(number);
            Picture.Refusal refusal = picture.refusal(start).orElse(null);
            Wishes wishes = new Wishes(required(order, number), familiar, turn, order.overbookReason() != null);
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

    private static ProblemException taken(Order order, int number) {
        return ProblemException.conflict(ProblemType.SLOT_TAKEN, "The start cannot be had.")
                .withErrors(List.of(new FieldError(order.field(number), "must be a start that can be had")));
    }

    ProblemException refuse(Order order, Picture.Refusal refusal, int number, List<Booking> known) {
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

    /** A request with all that it names, which the patient may be given. */
    Order resolve(String id, Request request) {
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
        return new Order(
                id,
                patient,
                site,
                treatment,
                VisitPatterns.of(treatment),
                request.visits(),
                starts,
                request.overbookReason());
    }
}
