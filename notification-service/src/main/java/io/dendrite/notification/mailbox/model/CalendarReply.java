package io.dendrite.notification.mailbox.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What a patient's calendar program answered to an invitation (RFC 5546, 3.2.3 and 3.2.7).
 *
 * @param uid of the event that is answered
 * @param sequence which revision of it
 * @param attendee the address that answers, without {@code mailto:}
 * @param answer what it says; empty for what needs nothing done, such as a maybe
 */
public record CalendarReply(String uid, int sequence, String attendee, Optional<Answer> answer) {

    /** What a calendar program says. */
    public enum Answer {
        CONFIRMED,
        DECLINED,
        /** Another time is proposed. */
        ANOTHER_TIME
    }

    public CalendarReply {
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(attendee, "attendee");
        Objects.requireNonNull(answer, "answer");
    }

    /** The appointment that is answered, if the event is one of ours. */
    public Optional<String> appointmentId(String domain) {
        int at = uid.lastIndexOf('@');
        return at > 0 && uid.substring(at + 1).equalsIgnoreCase(domain)
                ? Optional.of(uid.substring(0, at))
                : Optional.empty();
    }
}
