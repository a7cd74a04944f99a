package io.dendrite.notification.ledger.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is left of a notice when it is compared with the newest that is known. */
public sealed interface Truth {

    /**
     * There is something to say.
     *
     * @param content the notice without what is superseded
     */
    record StillTrue(NoticeContent content) implements Truth {}

    /**
     * There is nothing to send.
     *
     * @param reason why, in words for the front desk
     */
    record NothingToSend(String reason) implements Truth {}

    /**
     * Compares a notice with the newest versions of what it is about.
     *
     * @param newest the newest state of each appointment by id; one that is absent counts as unchanged
     */
    static Truth of(NoticeContent content, Map<String, AppointmentState> newest) {
        List<Visit> valid = content.visits().stream()
                .filter(visit -> !isSuperseded(visit, newest.get(visit.appointmentId())))
                .toList();
        if (valid.isEmpty()) {
            return new NothingToSend(whySuperseded(content, newest));
        }
        return new StillTrue(content.about(valid));
    }

    private static boolean isSuperseded(Visit visit, @Nullable AppointmentState newest) {
        return newest != null && visit.isSupersededBy(newest);
    }

    private static String whySuperseded(NoticeContent content, Map<String, AppointmentState> newest) {
        boolean allCancelled = content.visits().stream()
                .map(visit -> newest.get(visit.appointmentId()))
                .allMatch(state -> state != null && state.cancelled());
        return allCancelled ? "superseded by a cancellation" : "superseded by a later change";
    }
}
