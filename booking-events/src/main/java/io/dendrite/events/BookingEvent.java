package io.dendrite.events;

/** Something that happened to appointments, to a patient, or to who may see them, told in the past tense. */
public sealed interface BookingEvent
        permits BookingConfirmedV1,
                AppointmentRescheduledV1,
                AppointmentCancelledV1,
                AppointmentStatusChangedV1,
                PatientContactChangedV1,
                PatientErasedV1,
                BreakGlassOpenedV1 {

    /**
     * The record key on Kafka: events of one key keep their order. It is the patient's id, and for what concerns no
     * patient the site's.
     */
    String key();
}
