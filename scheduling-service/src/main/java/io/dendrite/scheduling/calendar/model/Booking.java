package io.dendrite.scheduling.calendar.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One or more appointments of one patient, made together: a single visit is a booking of one, a course of six a booking
 * of six.
 *
 * @param id its id
 * @param siteId where the visits are
 * @param patientId whose they are
 * @param treatmentId what they are for
 * @param createdAt when it was made
 * @param version rises by one with every change
 * @param appointments the visits, at least one
 * @param additions which of them were added after the booking was made
 */
public record Booking(
        String id,
        String siteId,
        String patientId,
        String treatmentId,
        Instant createdAt,
        long version,
        List<Appointment> appointments,
        List<AddedAppointment> additions)
        implements CalendarEntry {

    public Booking {
        appointments = List.copyOf(appointments);
        additions = List.copyOf(additions);
        if (appointments.isEmpty()) {
            throw new IllegalArgumentException("a booking has at least one appointment");
        }
    }

    /** A booking to which nothing was added. */
    public Booking(
            String id,
            String siteId,
            String patientId,
            String treatmentId,
            Instant createdAt,
            long version,
            List<Appointment> appointments) {
        this(id, siteId, patientId, treatmentId, createdAt, version, appointments, List.of());
    }

    /** A new booking of visits whose phases are chosen. Its time of making is kept in whole milliseconds. */
    public static Booking of(
            String id,
            String siteId,
            String patientId,
            String treatmentId,
            Instant createdAt,
            List<List<ReservedPhase>> visits) {
        SortedMap<Integer, List<ReservedPhase>> numbered = new TreeMap<>();
        visits.forEach(phases -> numbered.put(numbered.size() + 1, phases));
        return numbered(id, siteId, patientId, treatmentId, createdAt, numbered);
    }

    /**
     * A new booking whose appointments bear given numbers, so that it stays known which visits of a request are in it.
     *
     * @param visits the chosen phases of each visit by its number, from 1
     */
    public static Booking numbered(
            String id,
            String siteId,
            String patientId,
            String treatmentId,
            Instant createdAt,
            SortedMap<Integer, List<ReservedPhase>> visits) {
        List<Appointment> appointments = new ArrayList<>();
        visits.forEach((number, phases) -> appointments.add(appointment(id, number, phases)));
        return new Booking(
                id, siteId, patientId, treatmentId, createdAt.truncatedTo(ChronoUnit.MILLIS), 1, appointments);
    }

    /** The id of the booking that an appointment belongs to; empty when the text cannot be an appointment's id. */
    public static Optional<String> idOfBookingWith(String appointmentId) {
        int dot = appointmentId.lastIndexOf('.');
        return dot > 0 ? Optional.of(appointmentId.substring(0, dot)) : Optional.empty();
    }

    /** The appointment with an id, if it is of this booking. */
    public Optional<Appointment> appointment(String appointmentId) {
        return appointments.stream()
                .filter(appointment -> appointment.id().equals(appointmentId))
                .findFirst();
    }

    /**
     * The booking after one of its appointments was moved.
     *
     * @throws IllegalStatusException when the appointment is not BOOKED
     */
    public Booking moved(String appointmentId, List<ReservedPhase> phases) {
        return changed(appointmentId, appointment -> appointment.moved(phases));
    }

    /**
     * The booking after one of its appointments was called off, whose claims are gone with that.
     *
     * @throws IllegalStatusException when the appointment is not BOOKED
     */
    public Booking cancelled(String appointmentId, String reason, Signature signature) {
        return changed(appointmentId, appointment -> appointment.cancelled(reason, signature));
    }

    /**
     * The booking after a step of one of its visits; the same if that changes nothing.
     *
     * @param escort who takes the patient home; null leaves that as it was
     * @throws VisitStepException when the step cannot be taken
     */
    public Booking after(
            String appointmentId, VisitStep step, @Nullable String escort, VisitRules rules, Signature signature) {
        Booking changed = changed(appointmentId, appointment -> appointment.after(step, escort, rules, signature));
        return changed.appointments.equals(appointments) ? this : changed;
    }

    /** The booking with what the patient lets the clinic know of a visit; this one if the patient said so before. */
    public Booking replied(String appointmentId, PatientReply reply) {
        Booking changed = changed(appointmentId, appointment -> appointment.replied(reply));
        return changed.appointments.equals(appointments) ? this : changed;
    }

    /**
     * The booking after the latest step of one of its visits was taken back.
     *
     * @throws VisitStepException when it cannot be
     */
    public Booking undone(String appointmentId, String reason, VisitRules rules, Signature signature) {
        return changed(appointmentId, appointment -> appointment.undone(reason, rules, signature));
    }

    /**
     * The booking with one more visit, numbered on from those that it has.
     *
     * @param request the id of the request that adds it, by which a repetition is known
     */
    public Booking added(List<ReservedPhase> phases, AppointmentKind kind, String request) {
        int next = appointments.stream().mapToInt(this::numberOf).max().orElse(0) + 1;
        Appointment added = appointment(id, next, phases);
        return with(
                Stream.concat(appointments.stream(), Stream.of(added)).toList(),
                Stream.concat(additions.stream(), Stream.of(new AddedAppointment(added.id(), kind, request)))
                        .toList());
    }

    /**
     * The booking, not yet stored, with the reason why some of its visits were put on overflow lanes.
     *
     * @param numbers which of its appointments
     */
    public Booking overbooked(Set<Integer> numbers, String reason) {
        return new Booking(
                id,
                siteId,
                patientId,
                treatmentId,
                createdAt,
                version,
                appointments.stream()
                        .map(appointment ->
                                numbers.contains(numberOf(appointment)) ? appointment.overbooked(reason) : appointment)
                        .toList(),
                additions);
    }

    /** Several changes that are one: whatever they do, the version rises once. */
    public Booking asOneChange(UnaryOperator<Booking> changes) {
        Booking changed = changes.apply(this);
        return new Booking(
                id, siteId, patientId, treatmentId, createdAt, version + 1, changed.appointments, changed.additions);
    }

    /** The appointment that a request added, if it did. */
    public Optional<Appointment> addedBy(String request) {
        return additions.stream()
                .filter(added -> added.request().equals(request))
                .findFirst()
                .flatMap(added -> appointment(added.appointmentId()));
    }

    /** What an appointment is to the course: a session unless it was added as something else. */
    public AppointmentKind kindOf(String appointmentId) {
        return additions.stream()
                .filter(added -> added.appointmentId().equals(appointmentId))
                .findFirst()
                .map(AddedAppointment::kind)
                .orElse(AppointmentKind.SESSION);
    }

    /** The numbers of the appointments within the booking. */
    public Set<Integer> numbers() {
        return appointments.stream().map(this::numberOf).collect(Collectors.toSet());
    }

    /** The visits of the course that stand, boosters left out, in order of time. */
    public List<Appointment> liveSessions() {
        return appointments.stream()
                .filter(Appointment::isLive)
                .filter(appointment -> kindOf(appointment.id()) == AppointmentKind.SESSION)
                .sorted(Comparator.comparing(Appointment::start))
                .toList();
    }

    private static Appointment appointment(String bookingId, int number, List<ReservedPhase> phases) {
        return Appointment.booked(bookingId + '.' + number, phases);
    }

    private int numberOf(Appointment appointment) {
        return Integer.parseInt(appointment.id().substring(id.length() + 1));
    }

    private Booking changed(String appointmentId, UnaryOperator<Appointment> change) {
        return with(
                appointments.stream()
                        .map(appointment ->
                                appointment.id().equals(appointmentId) ? change.apply(appointment) : appointment)
                        .toList(),
                additions);
    }

    private Booking with(List<Appointment> others, List<AddedAppointment> otherAdditions) {
        return new Booking(id, siteId, patientId, treatmentId, createdAt, version + 1, others, otherAdditions);
    }

    @Override
    public Quarters extent() {
        return appointments.stream()
                .map(Appointment::extent)
                .reduce(Quarters::hull)
                .orElseThrow();
    }

    @Override
    public List<String> claims() {
        return Stream.concat(Stream.of(id), appointments.stream().flatMap(Appointment::claims))
                .toList();
    }

    @Override
    public List<String> patientClaims() {
        return Stream.concat(
                        Stream.of(id),
                        appointments.stream().flatMap(appointment -> appointment.patientClaims(patientId)))
                .toList();
    }
}
