package io.dendrite.scheduling.outbox.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where events wait. */
public interface OutboxStore {

    /** All that waits for some patients, in the order in which it happened. */
    List<PendingEvent> pendingOf(Collection<String> patientIds);

    /** Patients for whom something has waited since before a moment, at most so many. */
    Set<String> patientsWaitingSince(Instant before, int limit);

    /** Takes events away that are published. Taking one away twice does nothing. */
    void remove(Collection<PendingEvent> published);
}
