package io.dendrite.notification.delivery.mail;

import static io.dendrite.notification.ledger.model.SampleNotices.cancellation;
import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeContent;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    private static final String DOMAIN = "clinic.example";

    @Test
    void dependsOnWhatTheNoticeIsAndOnNothingElse() {
        assertThat(id(confirmation("e1", 1)))
                .isEqualTo(id(confirmation("e1", 1)))
                .matches("<e1\\.booking-confirmed\\.[0-9a-f]{32}@clinic\\.example>");
    }

    @Test
    void differsByEventAndKind() {
        String id = id(confirmation("e1", 1));

        assertThat(id(confirmation("e2", 1))).isNotEqualTo(id);
        assertThat(id(cancellation("e1", 1))).isNotEqualTo(id);
    }

    @Test
    void doesNotNameThePatient() {
        assertThat(id(confirmation("e1", 1))).doesNotContain("patient-1");
    }

    @Test
    void hashesAnEventIdThatDoesNotFit() {
        assertThat(id(confirmation("odd id>\r\nBcc: eve@example.org", 1)))
                .matches("<[0-9a-f]{32}\\.booking-confirmed\\.[0-9a-f]{32}@clinic\\.example>");
    }

    private static String id(NoticeContent content) {
        return MessageIds.of(Notice.dueNow(content, content.happenedAt()).id(), content, DOMAIN);
    }
}
