package io.dendrite.notification.ledger.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param now the time of sending: nothing is told of visits that are over
     */
    static Truth of(NoticeContent content, Map<String, AppointmentState> newest, Instant now) {
        List<Visit> valid = content.visits().stream()
                .filter(visit -> !isSuperseded(visit, newest.get(visit.appointmentId())))
                .toList();
        if (valid.isEmpty()) {
            return new NothingToSend(whySuperseded(content, newest));
        }
        List<Visit> ahead =
                valid.stream().filter(visit -> now.isBefore(visit.end())).toList();
        if (ahead.isEmpty()) {
            return new NothingToSend("the visit is over");
        }
        Optional<String> tooLate = content.timing().whyNot(now);
        if (tooLate.isPresent()) {
            return new NothingToSend(tooLate.get());
        }
        if (content.kind() == NoticeKind.APPOINTMENT_REMINDER && hasBegun(ahead.get(0), newest)) {
            return new NothingToSend("the visit has begun, or was missed");
        }
        return new StillTrue(content.about(ahead));
    }

    private static boolean hasBegun(Visit visit, Map<String, AppointmentState> newest) {
        AppointmentState state = newest.get(visit.appointmentId());
        return state != null && state.begun();
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
