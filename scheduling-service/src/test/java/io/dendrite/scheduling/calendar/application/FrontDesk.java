package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.TestEncryption;
import io.dendrite.scheduling.calendar.MovableClock;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentKind;
import io.dendrite.scheduling.calendar.model.AppointmentStatus;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.calendar.model.VisitStep;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.outbox.OutboxWake;
import io.dendrite.scheduling.patient.application.Contacts;
import io.dendrite.scheduling.patient.application.Patients;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Does what random steps say, with the classes that do it in production. */
final class FrontDesk {

    /** Monday, an hour before the clinic opens. */
    static final Instant NOW = Instant.parse("2027-03-08T15:00:00Z");

    /** When visits are reported on, Monday's and Tuesday's alike. */
    private static final Clock AFTERWARDS = Clock.fixed(Instant.parse("2027-03-10T03:00:00Z"), ZoneOffset.UTC);

    /** How many holds each of two users may have. */
    static final int PLACES = 2;

    /** Quarters from opening to closing. */
    static final int DAY = 40;

    enum Action {
        BOOK,
        OVERBOOK,
        ADD,
        MOVE,
        SHIFT,
        CANCEL,
        ARRIVE,
        NO_SHOW,
        UNDO,
        BLOCK,
        LIFT,
        HOLD,
        EXTEND,
        BOOK_HOLD,
        RELEASE,
        WAIT,
        CLEAN
    }

    /**
     * One thing to do.
     *
     * @param patient whose visit to book
     * @param site where, from 0
     * @param treatment what for, from 0
     * @param slots when, in quarters of opening time on Monday and Tuesday
     * @param which picks one of the appointments, blocks or resources
     */
    record Step(Action action, int patient, int site, int treatment, List<Integer> slots, int which) {}

    private final SmallClinic clinic = new SmallClinic();
    private final Calendar calendar;
    private final BookVisits book;
    private final MoveAppointment move;
    private final CancelAppointment cancel;
    private final AddAppointment add;
    private final ShiftAppointments shift;
    private final ReportStep steps;
    private final BlockTime block;
    private final Holds holds;
    private final HoldVisits hold;
    private final HoldFile holdFile;
    private final BookHold bookHold;
    private final MovableClock clock;
    private final List<String> bookings = new ArrayList<>();
    private final Map<String, BookVisits.Request> held = new LinkedHashMap<>();
    private final Map<String, String> sitesOfBlocks = new LinkedHashMap<>();
    private int number;

    FrontDesk(Calendar calendar, Holds holds, MovableClock clock) {
        this.calendar = calendar;
        this.holds = holds;
        this.clock = clock;
        SmallCatalogue treatments = new SmallCatalogue();
        Patients patients = new Patients() {
            @Override
            public Optional<Patient> patient(String id) {
                return Optional.of(new Patient(
                        id,
                        "Ana",
                        "Diaz",
                        LocalDate.of(1985, 4, 12),
                        "ana@example.org",
                        null,
                        "en",
                        true,
                        List.of("*"),
                        1,
                        1));
            }

            @Override
            public void knownAt(String patientId, String siteId) {}
        };
        Pictures pictures = new Pictures(clinic, calendar);
        Refusals refusals = new Refusals(clock);
        BookingEventFactory events =
                new BookingEventFactory(new Contacts(TestEncryption.forAnybody()), treatments, clock);
        OutboxWake relay = patientId -> {};
        BookingFile file = new BookingFile(clinic, treatments, patients, calendar, clock);
        ChooseVisits choice = new ChooseVisits(clinic, treatments, patients, pictures, refusals, clock);
        book = new BookVisits(choice, patients, calendar, events, relay);
        move = new MoveAppointment(clinic, calendar, pictures, refusals, file, events, relay, clock);
        Signatures signatures = new Signatures(Optional::empty, clock);
        cancel = new CancelAppointment(calendar, file, events, relay, signatures);
        ChangeBooking changes = new ChangeBooking(
                calendar, new PlacesOfChange(clinic, calendar, pictures, refusals), file, events, relay, signatures);
        add = new AddAppointment(changes, file, clock);
        shift = new ShiftAppointments(changes, file, clock);
        steps = new ReportStep(calendar, file, events, relay, new Signatures(Optional::empty, AFTERWARDS));
        block = new BlockTime(clinic, calendar, clock);
        holdFile = new HoldFile(holds);
        hold = new HoldVisits(
                choice, calendar, holds, holdFile, new HoldSettings(10, PLACES), events, relay, Optional::empty);
        bookHold = new BookHold(holds, holdFile, file, patients, events, relay, clock);
    }

    /** Whether it could be done; otherwise it was refused, or there was nothing to do it with. */
    boolean does(Step step) {
        try {
            return switch (step.action()) {
                case BOOK -> book(request(step));
                case OVERBOOK -> book(overbooking(request(step)));
                case ADD -> add(step);
                case SHIFT -> pick(step).map(id -> shift(id, step)).isPresent();
                case ARRIVE ->
                    pick(step)
                            .map(id -> steps.report(id, VisitStep.ARRIVE, null, null))
                            .isPresent();
                case NO_SHOW ->
                    pick(step)
                            .map(id -> steps.report(id, VisitStep.NO_SHOW, null, null))
                            .isPresent();
                case UNDO ->
                    pick(step).map(id -> steps.undo(id, "mistake", null)).isPresent();
                case MOVE ->
                    pick(step)
                            .map(id -> move.move(id, visit(step.slots().get(0)), null))
                            .isPresent();
                case CANCEL ->
                    pick(step).map(id -> cancel.cancel(id, "ill", null)).isPresent();
                case BLOCK -> block(step);
                case LIFT -> lift(step);
                case HOLD -> hold(step);
                case EXTEND -> pickHold(step).map(holdFile::extend).isPresent();
                case BOOK_HOLD -> pickHold(step).map(this::bookHold).isPresent();
                case RELEASE -> pickHold(step).map(this::release).isPresent();
                case WAIT -> waitABit(step);
                case CLEAN -> holds.endExpired(100) > 0;
            };
        } catch (ProblemException e) {
            return false;
        }
    }

    List<Booking> bookings() {
        return bookings.stream().map(id -> calendar.booking(id).orElseThrow()).toList();
    }

    void cancelAndLiftAll() {
        bookings().stream()
                .flatMap(booking -> booking.appointments().stream())
                .filter(appointment -> appointment.status() == AppointmentStatus.ARRIVED)
                .forEach(appointment -> steps.undo(appointment.id(), "closing", null));
        bookings().stream()
                .flatMap(booking -> booking.appointments().stream())
                .filter(appointment -> appointment.status() == AppointmentStatus.BOOKED)
                .forEach(appointment -> cancel.cancel(appointment.id(), "closing", null));
        sitesOfBlocks.forEach((id, site) -> calendar.remove(site, id));
    }

    private boolean book(BookVisits.Request request) {
        String id = "b" + number++;
        book.book(id, request);
        return bookings.add(id);
    }

    private static BookVisits.Request overbooking(BookVisits.Request request) {
        return new BookVisits.Request(
                request.patientId(), request.siteId(), request.treatmentId(), request.visits(), "urgent");
    }

    private boolean add(Step step) {
        if (bookings.isEmpty()) {
            return false;
        }
        String id = bookings.get(step.which() % bookings.size());
        RequestedVisit visit = visit(step.slots().get(0));
        add.add(id, "a" + number++, visit, AppointmentKind.SESSION, null);
        return true;
    }

    private Booking shift(String id, Step step) {
        return shift.shift(
                Booking.idOfBookingWith(id).orElseThrow(),
                new ShiftAppointments.Request(
                        id, null, start(step.slots().get(0)).toString()),
                null);
    }

    /** Lets all holds expire and books what each held, one after the other, with nobody to clean up before. */
    void bookWhatWasHeld() {
        cancelAndLiftAll();
        clock.pass(Duration.ofMinutes(25));
        held.forEach((id, request) -> {
            bookings.add(book.book("after-" + id, request).id());
            cancelAndLiftAll();
        });
    }

    private boolean hold(Step step) {
        String id = "h" + number++;
        BookVisits.Request request = request(step);
        Hold made = hold.hold(id, request, HoldVisits.Terms.of("desk-" + step.which() % 2, Duration.ofMinutes(10)));
        held.put(made.id(), request);
        return true;
    }

    private Booking bookHold(String id) {
        Booking booking = bookHold.book(id, "r" + number++, Objects.requireNonNull(held.get(id)));
        held.remove(id);
        bookings.add(booking.id());
        return booking;
    }

    private boolean release(String id) {
        holdFile.release(id);
        return held.remove(id) != null;
    }

    /** Less or more than a hold has; all of them together end before the clinic opens. */
    private boolean waitABit(Step step) {
        if (clock.instant().isAfter(NOW.plusSeconds(20 * 60))) {
            return false;
        }
        clock.pass(Duration.ofMinutes(step.which() % 2 == 0 ? 6 : 11));
        return true;
    }

    private Optional<String> pickHold(Step step) {
        List<String> ids = List.copyOf(held.keySet());
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(step.which() % ids.size()));
    }

    private static BookVisits.Request request(Step step) {
        return new BookVisits.Request(
                "p" + step.patient(),
                SmallClinic.SITES.get(step.site()),
                SmallCatalogue.IDS.get(step.treatment()),
                step.slots().stream().map(FrontDesk::visit).toList());
    }

    private boolean block(Step step) {
        Site site = clinic.site(SmallClinic.SITES.get(step.site())).orElseThrow();
        List<Resource> all = clinic.resources(site.id());
        Instant start = start(step.slots().get(0));
        String id = "k" + number++;
        block.store(block.plan(
                id,
                site,
                new BlockTime.Request(
                        start.toString(),
                        start.plusSeconds(3600L * step.slots().size()).toString(),
                        step.which() % 4 == 0
                                ? List.of()
                                : List.of(all.get(step.which() % all.size()).id()),
                        "repair",
                        null)));
        sitesOfBlocks.put(id, site.id());
        return true;
    }

    private boolean lift(Step step) {
        List<String> ids = List.copyOf(sitesOfBlocks.keySet());
        if (ids.isEmpty()) {
            return false;
        }
        String id = ids.get(step.which() % ids.size());
        return calendar.remove(sitesOfBlocks.remove(id), id);
    }

    private Optional<String> pick(Step step) {
        List<String> ids = bookings().stream()
                .flatMap(booking -> booking.appointments().stream())
                .map(Appointment::id)
                .toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(step.which() % ids.size()));
    }

    private static RequestedVisit visit(int slot) {
        return new RequestedVisit(start(slot).toString(), List.of());
    }

    private static Instant start(int slot) {
        long opening = TimeGrid.quarterOf(NOW) + 4;
        return TimeGrid.startOf(opening + 96L * (slot / DAY) + slot % DAY);
    }
}
