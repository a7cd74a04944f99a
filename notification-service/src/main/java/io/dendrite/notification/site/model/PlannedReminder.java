package io.dendrite.notification.site.model;

import java.time.Instant;
import java.util.Objects;

/**
 * One reminder of one visit.
 *
 * @param hoursBefore how long before the visit it was asked for
 * @param dueAt when it is to be sent
 * @param usefulUntil from when on it is not worth sending any more
 * @param last whether no other follows before the visit
 */
public record PlannedReminder(int hoursBefore, Instant dueAt, Instant usefulUntil, boolean last) {

    public PlannedReminder {
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(usefulUntil, "usefulUntil");
    }
}
