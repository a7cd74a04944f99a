package io.dendrite.notification.delivery.mail;

import static io.dendrite.notification.ledger.model.SampleNotices.cancellation;
import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageIdsTest {

    private static final String DOMAIN = "clinic.example";

    @Test
    void dependsOnWhatTheNoticeIsAndOnNothingElse() {
        assertThat(MessageIds.of(confirmation("e1", 1), DOMAIN))
                .isEqualTo(MessageIds.of(confirmation("e1", 1), DOMAIN))
                .matches("<e1\\.booking-confirmed\\.[0-9a-f]{32}@clinic\\.example>");
    }

    @Test
    void differsByEventAndKind() {
        String id = MessageIds.of(confirmation("e1", 1), DOMAIN);

        assertThat(MessageIds.of(confirmation("e2", 1), DOMAIN)).isNotEqualTo(id);
        assertThat(MessageIds.of(cancellation("e1", 1), DOMAIN)).isNotEqualTo(id);
    }

    @Test
    void doesNotNameThePatient() {
        assertThat(MessageIds.of(confirmation("e1", 1), DOMAIN)).doesNotContain("patient-1");
    }

    @Test
    void hashesAnEventIdThatDoesNotFit() {
        assertThat(MessageIds.of(confirmation("odd id>\r\nBcc: eve@example.org", 1), DOMAIN))
                .matches("<[0-9a-f]{32}\\.booking-confirmed\\.[0-9a-f]{32}@clinic\\.example>");
    }
}
