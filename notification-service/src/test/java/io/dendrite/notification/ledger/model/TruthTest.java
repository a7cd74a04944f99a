package io.dendrite.notification.ledger.model;

import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static io.dendrite.notification.ledger.model.SampleNotices.reschedule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthTest {

    @Test
    void leavesANoticeWholeWhenNothingNewerIsKnown() {
        NoticeContent content = confirmation("e1", 3);

        assertThat(Truth.of(content, Map.of())).isEqualTo(new Truth.StillTrue(content));
        assertThat(Truth.of(content, newest("visit-0", 0, false))).isEqualTo(new Truth.StillTrue(content));
    }

    @Test
    void leavesSupersededVisitsOutOfAConfirmation() {
        Truth truth = Truth.of(confirmation("e1", 3), newest("visit-1", 1, false));

        assertThat(truth)
                .isInstanceOfSatisfying(
                        Truth.StillTrue.class,
                        still -> assertThat(still.content().visits())
                                .extracting(Visit::appointmentId)
                                .containsExactly("visit-0", "visit-2"));
    }

    @Test
    void hasNothingToSendWhenEveryVisitIsSuperseded() {
        assertThat(Truth.of(confirmation("e1", 1), newest("visit-0", 1, true)))
                .isEqualTo(new Truth.NothingToSend("superseded by a cancellation"));
        assertThat(Truth.of(confirmation("e1", 1), newest("visit-0", 2, false)))
                .isEqualTo(new Truth.NothingToSend("superseded by a later change"));
    }

    @Test
    void skipsAMoveThatWasFollowedByAnotherOrByACancellation() {
        assertThat(Truth.of(reschedule("e2", 1), newest("visit-0", 1, false))).isInstanceOf(Truth.StillTrue.class);
        assertThat(Truth.of(reschedule("e2", 1), newest("visit-0", 2, false))).isInstanceOf(Truth.NothingToSend.class);
        assertThat(Truth.of(reschedule("e2", 1), newest("visit-0", 2, true)))
                .isEqualTo(new Truth.NothingToSend("superseded by a cancellation"));
    }

    private static Map<String, AppointmentState> newest(String id, int sequence, boolean cancelled) {
        return Map.of(id, new AppointmentState(id, sequence, cancelled));
    }
}
