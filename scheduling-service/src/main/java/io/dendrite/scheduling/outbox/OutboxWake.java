package io.dendrite.scheduling.outbox;

/** Tells the relay that a patient has events to publish, so that they need not wait for its next sweep. */
public interface OutboxWake {

    /** Returns at once and never throws; an event that is missed here is found by the sweep. */
    void wake(String patientId);
}
