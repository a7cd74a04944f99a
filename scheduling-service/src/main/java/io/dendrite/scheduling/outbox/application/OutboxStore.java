package io.dendrite.scheduling.outbox.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where events wait. */
public interface OutboxStore {

    /**
     * What waits for some patients, in the order in which it happened. An event is never without those that were stored
     * before it for the same patient, wherever they wait, except for ones already taken away.
     */
    List<PendingEvent> pendingOf(Collection<String> patientIds);

    /** Patients for whom something has waited since before a moment, longest first, at most so many. */
    Set<String> patientsWaitingSince(Instant before, int limit);

    /** How many documents have events that wait, and since when the oldest of them do. */
    OutboxBacklog backlog();

    /** Takes events away that are published. Taking one away twice does nothing. */
    void remove(Collection<PendingEvent> published);
}
