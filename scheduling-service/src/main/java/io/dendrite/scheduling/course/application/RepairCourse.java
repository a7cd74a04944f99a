package io.dendrite.scheduling.course.application;

import io.dendrite.scheduling.calendar.application.BookingChange;
import io.dendrite.scheduling.calendar.application.BookingFile;
import io.dendrite.scheduling.calendar.application.ChangeBooking;
import io.dendrite.scheduling.calendar.application.StartsAhead;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentKind;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.course.model.CourseRepair;
import io.dendrite.scheduling.course.model.PossibleStart;
import io.dendrite.scheduling.course.model.Protocol;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import io.dendrite.scheduling.treatment.application.Treatments;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mends a course of which sessions were missed: proposes what to do, and does it when asked. */
@Component
public class RepairCourse {

    private static final CourseRepair.Proposal NOTHING_TO_DO =
            new CourseRepair.Proposal(List.of(), List.of(), List.of(), true, List.of());

    private final BookingFile file;
    private final Treatments treatments;
    private final StartsAhead ahead;
    private final ChangeBooking changes;
    private final Clock clock;

    RepairCourse(BookingFile file, Treatments treatments, StartsAhead ahead, ChangeBooking changes, Clock clock) {
        this.file = file;
        this.treatments = treatments;
        this.ahead = ahead;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A proposal for a booking.
     *
     * @param booking as it is, or after the proposal was carried out
     * @param applied whether it was
     */
    public record Repair(Site site, Booking booking, CourseRepair.Proposal proposal, boolean applied) {}

    /**
     * Proposes; nothing is changed.
     *
     * @throws ProblemException 404 for an unknown booking, 409 when its treatment has no course or the patient was erased
     */
    public Repair propose(String bookingId) {
        Booking booking = file.booking(bookingId);
        Site site = file.siteOf(booking);
        return new Repair(site, booking, proposal(booking, site), false);
    }

    /**
     * Proposes for what is there and carries it out, as one change.
     *
     * @param ifMatch the version that the front desk has seen; null to mend whatever is there
     * @throws ProblemException as for a proposal; 409 when no way was found to make the course whole, 412 when it is
     *     another version
     */
    public Repair apply(String bookingId, @Nullable String ifMatch) {
        AtomicReference<CourseRepair.Proposal> proposed = new AtomicReference<>(NOTHING_TO_DO);
        Booking mended = changes.change(bookingId, ifMatch, booking -> {
            CourseRepair.Proposal proposal = proposal(booking, file.siteOf(booking));
            if (!proposal.complete()) {
                throw ProblemException.conflict(
                                ProblemType.SLOT_TAKEN,
                                "No free starts make the course whole again. Nothing was changed.")
                        .with("unsatisfied", proposal.unsatisfied());
            }
            proposed.set(proposal);
            return change(proposal);
        });
        return new Repair(file.siteOf(mended), mended, Objects.requireNonNull(proposed.get()), true);
    }

    private CourseRepair.Proposal proposal(Booking booking, Site site) {
        Protocol protocol = treatments
                .treatment(booking.treatmentId())
                .flatMap(Protocols::of)
                .orElseThrow(() -> ProblemException.conflict(
                        ProblemType.ILLEGAL_STATUS, "The booking's treatment has no course to mend."));
        List<Appointment> movable = ahead.ahead(booking);
        List<Appointment> sessions = booking.liveSessions();
        ZoneId zone = site.timeZone();
        List<CourseRepair.Ahead> booked = sessions.stream()
                .filter(movable::contains)
                .map(session ->
                        new CourseRepair.Ahead(session.id(), PossibleStart.of(session.start(), session.end(), zone)))
                .toList();
        int wanted = booked.size() + Math.max(0, sessionsOf(booking, protocol) - sessions.size());
        if (wanted == 0) {
            return NOTHING_TO_DO;
        }
        List<LocalDate> held = sessions.stream()
                .filter(session -> !movable.contains(session))
                .map(session -> session.start().atZone(zone).toLocalDate())
                .toList();
        LocalDate first = clock.instant().atZone(zone).toLocalDate();
        LocalDate last = last(first, booked, protocol);
        LocalTime usual = booking.appointments().get(0).start().atZone(zone).toLocalTime();
        return new CourseRepair(protocol.withSessions(wanted), first, last)
                .propose(held, booked, usual, new FreeDiary(ahead.around(booking, last), zone));
    }

    /** How many sessions the course is to have: as many as were booked together, and no more than the protocol has. */
    private static int sessionsOf(Booking booking, Protocol protocol) {
        int together = booking.appointments().size() - booking.additions().size();
        return Math.min(protocol.sessions(), together);
    }

    private static LocalDate last(LocalDate first, List<CourseRepair.Ahead> booked, Protocol protocol) {
        LocalDate window = first.plusDays(PlanCourse.WINDOW_DAYS - 1);
        return booked.stream()
                .map(session -> session.start().date().plusDays(protocol.maxDaysBetween()))
                .reduce(window, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static BookingChange change(CourseRepair.Proposal proposal) {
        List<BookingChange.Visit> visits = new ArrayList<>();
        proposal.moves()
                .forEach(move -> visits.add(new BookingChange.Move(
                        move.appointmentId(), TimeGrid.quarterOf(move.to().start()), List.of(), "apply")));
        proposal.additions()
                .forEach(start -> visits.add(new BookingChange.Addition(
                        TimeGrid.quarterOf(start.start()),
                        List.of(),
                        "apply",
                        AppointmentKind.SESSION,
                        UUID.randomUUID().toString())));
        return BookingChange.of(visits);
    }
}
