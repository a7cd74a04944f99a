package io.dendrite.notification.ledger.model;

import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static io.dendrite.notification.ledger.model.SampleNotices.reschedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:31:00Z");

    @Test
    void hasTheSameIdWheneverItsEventIsHeard() {
        Notice first = Notice.dueNow(confirmation("e1", 1), NOW);
        Notice second = Notice.dueNow(confirmation("e1", 1), NOW.plusSeconds(60));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(first.id().value()).matches("[0-9a-f]{32}");
    }

    @Test
    void hasAnotherIdForAnotherEventKindOrRecipient() {
        List<NoticeId> ids = List.of(
                NoticeId.of("e1", NoticeKind.BOOKING_CONFIRMED, "p1"),
                NoticeId.of("e2", NoticeKind.BOOKING_CONFIRMED, "p1"),
                NoticeId.of("e1", NoticeKind.APPOINTMENT_CANCELLED, "p1"),
                NoticeId.of("e1", NoticeKind.BOOKING_CONFIRMED, "p2"),
                NoticeId.of("e1|BOOKING_CONFIRMED", NoticeKind.BOOKING_CONFIRMED, "p1"));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void isDueAtOnceAndUntouched() {
        Notice notice = Notice.dueNow(confirmation("e1", 1), NOW);

        assertThat(notice.progress()).isEqualTo(new Progress(NoticeStatus.PENDING, NOW, 0, null, null, null));
    }

    @Test
    void tellsAPreviousTimeOnlyWhenItIsAboutAMove() {
        NoticeContent move = reschedule("e2", 1);

        assertThatThrownBy(() -> new NoticeContent(
                        NoticeKind.BOOKING_CONFIRMED,
                        "e2",
                        NOW,
                        null,
                        "p",
                        "b",
                        move.clinic(),
                        move.visits(),
                        move.previous()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> move.about(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
