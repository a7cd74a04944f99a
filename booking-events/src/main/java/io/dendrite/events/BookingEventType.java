package io.dendrite.events;

import java.util.Arrays;
import java.util.Optional;

/** The CloudEvents types on the topic. The strings are fixed for ever; a changed meaning gets a new one. */
public enum BookingEventType {
    BOOKING_CONFIRMED_V1("booking.confirmed.v1", BookingConfirmedV1.class),
    APPOINTMENT_RESCHEDULED_V1("appointment.rescheduled.v1", AppointmentRescheduledV1.class),
    APPOINTMENT_CANCELLED_V1("appointment.cancelled.v1", AppointmentCancelledV1.class),
    APPOINTMENT_STATUS_CHANGED_V1("appointment.status-changed.v1", AppointmentStatusChangedV1.class),
    PATIENT_CONTACT_CHANGED_V1("patient.contact-changed.v1", PatientContactChangedV1.class),
    PATIENT_ERASED_V1("patient.erased.v1", PatientErasedV1.class),
    BREAK_GLASS_OPENED_V1("access.break-glass-opened.v1", BreakGlassOpenedV1.class);

    private static final String PREFIX = "io.dendrite.";

    private final String shortName;
    private final Class<? extends BookingEvent> dataClass;

    BookingEventType(String shortName, Class<? extends BookingEvent> dataClass) {
        this.shortName = shortName;
        this.dataClass = dataClass;
    }

    /** The value of the {@code ce_type} header, such as {@code io.dendrite.booking.confirmed.v1}. */
    public String ceType() {
        return PREFIX + shortName;
    }

    /** The name of the type's JSON Schema and sample files, without the ending. */
    public String shortName() {
        return shortName;
    }

    /** The record that the data of such an event maps to. */
    public Class<? extends BookingEvent> dataClass() {
        return dataClass;
    }

    /** The type of an event's data. */
    public static BookingEventType of(BookingEvent event) {
        return Arrays.stream(values())
                .filter(type -> type.dataClass.isInstance(event))
                .findFirst()
                .orElseThrow();
    }

    /** The type that a {@code ce_type} header names; empty for one that this version does not know. */
    public static Optional<BookingEventType> ofCeType(String ceType) {
        return Arrays.stream(values())
                .filter(type -> type.ceType().equals(ceType))
                .findFirst();
    }
}
