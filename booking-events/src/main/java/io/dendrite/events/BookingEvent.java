package io.dendrite.events;

/**
 * Something that happened to a patient's appointments or to how the patient is reached, told in the past tense.
 *
 * <p>The patient's id is the record key on Kafka, so that one patient's events keep their order.
 */
public sealed interface BookingEvent
        permits BookingConfirmedV1, AppointmentRescheduledV1, AppointmentCancelledV1, PatientContactChangedV1 {

    /** How the patient is reached, as known when the event happened. */
    PatientContact patient();
}
