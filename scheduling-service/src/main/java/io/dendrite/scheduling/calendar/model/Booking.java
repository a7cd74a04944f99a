package io.dendrite.scheduling.calendar.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
 */
public record Booking(
        String id,
        String siteId,
        String patientId,
        String treatmentId,
        Instant createdAt,
        long version,
        List<Appointment> appointments)
        implements CalendarEntry {

    public Booking {
        appointments = List.copyOf(appointments);
        if (appointments.isEmpty()) {
            throw new IllegalArgumentException("a booking has at least one appointment");
        }
    }

    /** A new booking of visits whose phases are chosen. Its time of making is kept in whole milliseconds. */
    public static Booking of(
            String id,
            String siteId,
            String patientId,
            String treatmentId,
            Instant createdAt,
            List<List<ReservedPhase>> visits) {
        List<Appointment> appointments = new ArrayList<>();
        for (List<ReservedPhase> phases : visits) {
            appointments.add(
                    new Appointment(id + '.' + (appointments.size() + 1), AppointmentStatus.BOOKED, 0, phases, null));
        }
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
    public Booking cancelled(String appointmentId, String reason) {
        return changed(appointmentId, appointment -> appointment.cancelled(reason));
    }

    private Booking changed(String appointmentId, UnaryOperator<Appointment> change) {
        List<Appointment> changed = appointments.stream()
                .map(appointment -> appointment.id().equals(appointmentId) ? change.apply(appointment) : appointment)
                .toList();
        return new Booking(id, siteId, patientId, treatmentId, createdAt, version + 1, changed);
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
