package io.dendrite.scheduling.calendar.model;

/** A step of a patient through the visit, as the clinic's staff reports it. */
public enum VisitStep {
    ARRIVE(AppointmentStatus.ARRIVED),
    START(AppointmentStatus.IN_TREATMENT),
    OBSERVE(AppointmentStatus.OBSERVATION),
    DISCHARGE(AppointmentStatus.FULFILLED),
    NO_SHOW(AppointmentStatus.NO_SHOW);

    private final AppointmentStatus target;

    VisitStep(AppointmentStatus target) {
        this.target = target;
    }

    /** How the appointment stands after it. */
    public AppointmentStatus target() {
        return target;
    }
}
