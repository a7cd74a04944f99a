package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.AppointmentKind;
import java.util.List;

/**
 * What is to become of a booking, all of it in one write or nothing.
 *
 * @param visits where appointments are wanted: those that move and those that are new
 * @param cancelled the ids of appointments to call off
 * @param reason why they are called off; "" when none is
 */
public record BookingChange(List<Visit> visits, List<String> cancelled, String reason) {

    /** Nothing is to change. */
    public static final BookingChange NONE = new BookingChange(List.of(), List.of(), "");

    public BookingChange {
        visits = List.copyOf(visits);
        cancelled = List.copyOf(cancelled);
    }

    /** Appointments move or come. */
    public static BookingChange of(List<? extends Visit> visits) {
        return new BookingChange(List.copyOf(visits), List.of(), "");
    }

    /** Appointments are called off. */
    public static BookingChange cancelling(List<String> ids, String reason) {
        return new BookingChange(List.of(), ids, reason);
    }

    boolean isEmpty() {
        return visits.isEmpty() && cancelled.isEmpty();
    }

    /** Where a visit is wanted. */
    public sealed interface Visit permits Move, Addition {

        /** The quarter at which it starts. */
        long start();

        /** Ids of resources that it must have. */
        List<String> resources();

        /** The field of the request that names the start. */
        String field();
    }

    /**
     * An appointment that is to move.
     *
     * @param appointmentId which
     */
    public record Move(String appointmentId, long start, List<String> resources, String field) implements Visit {

        public Move {
            resources = List.copyOf(resources);
        }
    }

    /**
     * An appointment that is to come.
     *
     * @param kind what it is to the course
     * @param request the id of the request that adds it
     */
    public record Addition(long start, List<String> resources, String field, AppointmentKind kind, String request)
            implements Visit {

        public Addition {
            resources = List.copyOf(resources);
        }
    }
}
