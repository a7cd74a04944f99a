package io.dendrite.scheduling.calendar.model;

/** Something was asked of an appointment that its status does not allow. */
public final class IllegalStatusException extends RuntimeException {

    IllegalStatusException(String appointmentId, AppointmentStatus status, String action) {
        super("Appointment " + appointmentId + " is " + status + ": only a BOOKED one can be " + action + ".");
    }
}
