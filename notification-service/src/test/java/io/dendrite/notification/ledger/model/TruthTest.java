package io.dendrite.notification.ledger.model;

import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static io.dendrite.notification.ledger.model.SampleNotices.contact;
import static io.dendrite.notification.ledger.model.SampleNotices.reschedule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthTest {

    private final Contact willing = contact("maria@example.org", true);

    @Test
    void leavesANoticeWholeWhenNothingNewerIsKnown() {
        NoticeContent content = confirmation("e1", 3);

        assertThat(Truth.of(content, willing, Map.of()))
                .isEqualTo(new Truth.StillTrue(content, willing, "maria@example.org"));
        assertThat(Truth.of(content, willing, newest("visit-0", 0, false)))
                .isEqualTo(new Truth.StillTrue(content, willing, "maria@example.org"));
    }

    @Test
    void leavesSupersededVisitsOutOfAConfirmation() {
        Truth truth = Truth.of(confirmation("e1", 3), willing, newest("visit-1", 1, false));

        assertThat(truth)
                .isInstanceOfSatisfying(
                        Truth.StillTrue.class,
                        still -> assertThat(still.content().visits())
                                .extracting(Visit::appointmentId)
                                .containsExactly("visit-0", "visit-2"));
    }

    @Test
    void hasNothingToSendWhenEveryVisitIsSuperseded() {
        assertThat(Truth.of(confirmation("e1", 1), willing, newest("visit-0", 1, true)))
                .isEqualTo(new Truth.NothingToSend("superseded by a cancellation"));
        assertThat(Truth.of(confirmation("e1", 1), willing, newest("visit-0", 2, false)))
                .isEqualTo(new Truth.NothingToSend("superseded by a later change"));
    }

    @Test
    void skipsAMoveThatWasFollowedByAnotherOrByACancellation() {
        assertThat(Truth.of(reschedule("e2", 1), willing, newest("visit-0", 1, false)))
                .isInstanceOf(Truth.StillTrue.class);
        assertThat(Truth.of(reschedule("e2", 1), willing, newest("visit-0", 2, false)))
                .isInstanceOf(Truth.NothingToSend.class);
        assertThat(Truth.of(reschedule("e2", 1), willing, newest("visit-0", 2, true)))
                .isEqualTo(new Truth.NothingToSend("superseded by a cancellation"));
    }

    @Test
    void sendsNothingWithoutConsentAddressOrContact() {
        NoticeContent content = confirmation("e1", 1);

        assertThat(Truth.of(content, contact("maria@example.org", false), Map.of()))
                .isEqualTo(new Truth.NothingToSend("the patient has not consented to e-mail"));
        assertThat(Truth.of(content, contact(null, true), Map.of()))
                .isEqualTo(new Truth.NothingToSend("the patient has no e-mail address"));
        assertThat(Truth.of(content, contact(" ", true), Map.of()))
                .isEqualTo(new Truth.NothingToSend("the patient has no e-mail address"));
        assertThat(Truth.of(content, null, Map.of()))
                .isEqualTo(new Truth.NothingToSend("the patient's contact is not known"));
    }

    private static Map<String, AppointmentState> newest(String id, int sequence, boolean cancelled) {
        return Map.of(id, new AppointmentState(id, sequence, cancelled));
    }
}
