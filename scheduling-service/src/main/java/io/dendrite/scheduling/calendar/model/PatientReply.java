package io.dendrite.scheduling.calendar.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a patient has let the clinic know about a visit, in whichever way.
 *
 * @param answer whether the patient comes
 * @param at when that was said
 * @param via how it came
 * @param partOfDay when the patient would rather come, where another time is asked for; null for no matter
 */
public record PatientReply(
        Answer answer, Instant at, Via via, @Nullable PartOfDay partOfDay) {

    /** Whether the patient comes. */
    public enum Answer {
        CONFIRMED,
        /** The patient does not come at that time; the clinic has to find out what is to become of the visit. */
        DECLINED,
        ANOTHER_TIME
    }

    /** How it came. */
    public enum Via {
        /** On the page behind the link of a message. */
        LINK,
        /** From the patient's calendar (RFC 5546, 3.2.3). */
        CALENDAR
    }

    /** When in the day a patient would rather come. */
    public enum PartOfDay {
        MORNING,
        AFTERNOON,
        EVENING
    }

    public PatientReply {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(via, "via");
    }

    /** Whether the front desk has to do something about it. */
    public boolean asksForAction() {
        return answer != Answer.CONFIRMED;
    }

    /** Whether the other says the same, whenever it was said. */
    boolean saysTheSameAs(@Nullable PatientReply other) {
        return other != null && answer == other.answer && partOfDay == other.partOfDay;
    }
}
