package io.dendrite.notification.ledger.model;

import static io.dendrite.notification.ledger.model.SampleNotices.HAPPENED;
import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static io.dendrite.notification.ledger.model.SampleNotices.reschedule;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthTest {

    @Test
    void leavesANoticeWholeWhenNothingNewerIsKnown() {
        NoticeContent content = confirmation("e1", 3);

        assertThat(truth(content, Map.of())).isEqualTo(new Truth.StillTrue(content));
        assertThat(truth(content, newest("visit-0", 0, false))).isEqualTo(new Truth.StillTrue(content));
    }

    @Test
    void leavesSupersededVisitsOutOfAConfirmation() {
        Truth truth = truth(confirmation("e1", 3), newest("visit-1", 1, false));

        assertThat(truth)
                .isInstanceOfSatisfying(
                        Truth.StillTrue.class,
                        still -> assertThat(still.content().visits())
                                .extracting(Visit::appointmentId)
                                .containsExactly("visit-0", "visit-2"));
    }

    @Test
    void hasNothingToSendWhenEveryVisitIsSuperseded() {
        assertThat(truth(confirmation("e1", 1), newest("visit-0", 1, true)))
                .isEqualTo(new Truth.NothingToSend("superseded by a cancellation"));
        assertThat(truth(confirmation("e1", 1), newest("visit-0", 2, false)))
                .isEqualTo(new Truth.NothingToSend("superseded by a later change"));
    }

    @Test
    void skipsAMoveThatWasFollowedByAnotherOrByACancellation() {
        assertThat(truth(reschedule("e2", 1), newest("visit-0", 1, false))).isInstanceOf(Truth.StillTrue.class);
        assertThat(truth(reschedule("e2", 1), newest("visit-0", 2, false))).isInstanceOf(Truth.NothingToSend.class);
        assertThat(truth(reschedule("e2", 1), newest("visit-0", 2, true)))
                .isEqualTo(new Truth.NothingToSend("superseded by a cancellation"));
    }

    @Test
    void tellsNothingOfVisitsThatAreOver() {
        NoticeContent content = confirmation("e1", 2);
        Instant firstIsOver = content.visits().get(0).end();

        assertThat(Truth.of(content, Map.of(), firstIsOver))
                .isEqualTo(new Truth.StillTrue(content.about(content.visits().subList(1, 2))));
        assertThat(Truth.of(content, Map.of(), content.visits().get(1).end()))
                .isEqualTo(new Truth.NothingToSend("the visit is over"));
    }

    @Test
    void remindsOnlyWhileThatIsOfUseAndTheVisitHasNotBegun() {
        NoticeContent told = confirmation("e1", 1);
        Visit visit = told.visits().get(0);
        Instant useful = visit.start().minusSeconds(3600);
        NoticeContent reminder = told.reminderOf(visit, new Timing(HAPPENED, useful, false));

        assertThat(Truth.of(reminder, Map.of(), useful.minusMillis(1))).isEqualTo(new Truth.StillTrue(reminder));
        assertThat(Truth.of(reminder, Map.of(), useful)).isEqualTo(new Truth.NothingToSend("too late to be of use"));
        assertThat(truth(reminder, Map.of("visit-0", new AppointmentState("visit-0", 0, false, true))))
                .isEqualTo(new Truth.NothingToSend("the visit has begun, or was missed"));
        assertThat(truth(reminder, newest("visit-0", 1, true)))
                .isEqualTo(new Truth.NothingToSend("superseded by a cancellation"));
    }

    private static Truth truth(NoticeContent content, Map<String, AppointmentState> newest) {
        return Truth.of(content, newest, HAPPENED);
    }

    private static Map<String, AppointmentState> newest(String id, int sequence, boolean cancelled) {
        return Map.of(id, new AppointmentState(id, sequence, cancelled));
    }
}
