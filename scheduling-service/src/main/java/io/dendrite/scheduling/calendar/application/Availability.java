package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.RefusalReason;
import java.time.Instant;
import java.util.List;

/**
 * What was found.
 *
 * @param slots the free starts, in order of time
 * @param refused the starts that are not free and why, in order of time; empty unless that was asked
 */
public record Availability(List<Slot> slots, List<RefusedStart> refused) {

    /**
     * A start that is not free.
     *
     * @param start when
     * @param reasons why, at least one
     */
    public record RefusedStart(Instant start, List<RefusalReason> reasons) {

        public RefusedStart {
            reasons = List.copyOf(reasons);
        }
    }

    public Availability {
        slots = List.copyOf(slots);
        refused = List.copyOf(refused);
    }
}
