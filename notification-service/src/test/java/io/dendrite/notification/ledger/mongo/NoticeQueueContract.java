package io.dendrite.notification.ledger.mongo;

import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static io.dendrite.notification.ledger.model.SampleNotices.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.ledger.application.Backlog;
import io.dendrite.notification.ledger.application.Claim;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeStatus;
import io.dendrite.notification.ledger.model.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** How the ledger in MongoDB must hand out its rows, whichever server speaks the protocol. */
abstract class NoticeQueueContract extends NoticesInMongo {

    @Test
    void handsOutADueNoticeUnderALease() {
        Notice notice = recorded("e1");

        Claim claim = claim("me", NOW).orElseThrow();

        assertThat(claim.notice().id()).isEqualTo(notice.id());
        assertThat(claim.notice().progress().status()).isEqualTo(NoticeStatus.SENDING);
        assertThat(claim.notice().progress().attempts()).isEqualTo(1);
        assertThat(claim("other", NOW)).isEmpty();
        assertThat(claim("other", NOW.plus(LEASE).minusMillis(1))).isEmpty();
    }

    @Test
    void handsANoticeToAnotherOnceTheLeaseHasRunOut() {
        Notice notice = recorded("e1");
        Claim dead = claim("dead", NOW).orElseThrow();

        Claim taken = claim("other", NOW.plus(LEASE)).orElseThrow();

        assertThat(taken.notice().progress().attempts()).isEqualTo(2);
        assertThat(queue.markFailed(dead, "late")).isFalse();
        assertThat(queue.retryAt(dead, NOW, "late")).isFalse();
        assertThat(queue.release(dead)).isFalse();
        assertThat(progress(notice).status()).isEqualTo(NoticeStatus.SENDING);
        assertThat(queue.markFailed(taken, "refused")).isTrue();
    }

    @Test
    void recordsThatANoticeWasSentWhoeverHoldsItNow() {
        Notice notice = recorded("e1");
        Claim slow = claim("slow", NOW).orElseThrow();
        Claim taken = claim("other", NOW.plus(LEASE)).orElseThrow();

        queue.markSent(slow, NOW, "<id>");

        assertThat(queue.retryAt(taken, NOW, "no")).isFalse();
        assertThat(progress(notice).status()).isEqualTo(NoticeStatus.SENT);
    }

    @Test
    void doesNotHandOutWhatIsNotDueOrInHand() {
        Notice notice = recorded("e1");

        assertThat(claim("me", NOW.minusMillis(1))).isEmpty();
        assertThat(queue.claimDue(
                        "me", NOW, NOW.plus(LEASE), List.of(notice.id().value())))
                .isEmpty();
    }

    @Test
    void handsOutWhatHasBeenDueLongest() {
        ledger.record(List.of(Notice.dueNow(confirmation("later", 1), NOW.plusSeconds(2))));
        ledger.record(List.of(Notice.dueNow(confirmation("first", 1), NOW)));
        ledger.record(List.of(Notice.dueNow(confirmation("middle", 1), NOW.plusSeconds(1))));

        List<String> order = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            order.add(claim("me", NOW.plusSeconds(5))
                    .orElseThrow()
                    .notice()
                    .content()
                    .eventId());
        }

        assertThat(order).containsExactly("first", "middle", "later");
    }

    @Test
    void neverHandsOutASettledNoticeAgain() {
        Notice sent = recorded("sent");
        queue.markSent(claim("me", NOW).orElseThrow(), NOW, "<id>");
        Notice skipped = recorded("skipped");
        queue.markSkipped(claim("me", NOW).orElseThrow(), "withdrawn");
        Notice failed = recorded("failed");
        queue.markFailed(claim("me", NOW).orElseThrow(), "refused");

        assertThat(claim("me", NOW.plus(Duration.ofDays(9)))).isEmpty();
        assertThat(progress(sent).lastError()).isNull();
        assertThat(progress(skipped)).isEqualTo(new Progress(NoticeStatus.SKIPPED, NOW, 1, null, "withdrawn", null));
        assertThat(progress(failed)).isEqualTo(new Progress(NoticeStatus.FAILED, NOW, 1, null, "refused", null));
    }

    @Test
    void keepsWhyAndUntilWhenANoticeWaits() {
        Notice notice = recorded("e1");
        Instant next = NOW.plusSeconds(30);

        assertThat(queue.retryAt(claim("me", NOW).orElseThrow(), next, "busy")).isTrue();

        assertThat(progress(notice)).isEqualTo(new Progress(NoticeStatus.PENDING, next, 1, null, "busy", null));
        assertThat(claim("me", next.minusMillis(1))).isEmpty();
        assertThat(claim("me", next).orElseThrow().notice().progress().attempts())
                .isEqualTo(2);
    }

    @Test
    void countsWhatIsHeldBackAsLateAndWhatWasPutOffAsWaiting() {
        Notice notice = recorded("e1");
        Instant next = NOW.plusSeconds(30);

        assertThat(queue.holdUntil(claim("me", NOW).orElseThrow(), next, "away"))
                .isTrue();

        assertThat(progress(notice)).isEqualTo(new Progress(NoticeStatus.PENDING, NOW, 1, null, "away", null));
        assertThat(claim("me", next.minusMillis(1))).isEmpty();
        assertThat(queue.backlog(NOW.plusSeconds(1))).isEqualTo(new Backlog(1, 0, Optional.of(NOW)));
        Claim again = claim("me", next).orElseThrow();
        assertThat(queue.backlog(next)).isEqualTo(new Backlog(1, 0, Optional.of(NOW)));
        assertThat(queue.retryAt(again, next.plusSeconds(1), "busy")).isTrue();
        assertThat(queue.backlog(next)).isEqualTo(new Backlog(0, 1, Optional.empty()));
        queue.markSent(claim("me", next.plusSeconds(1)).orElseThrow(), next, "<id>");
        assertThat(queue.backlog(next.plusSeconds(9))).isEqualTo(new Backlog(0, 0, Optional.empty()));
    }

    @Test
    void takesBackANoticeThatWasNotTried() {
        Notice notice = recorded("e1");

        assertThat(queue.release(claim("me", NOW).orElseThrow())).isTrue();

        assertThat(ledger.find(notice.id())).contains(line(notice));
        assertThat(claim("other", NOW)).isPresent();
    }

    @Test
    void givesEachNoticeToExactlyOneOfManySenders() throws Exception {
        int notices = 200;
        for (int i = 0; i < notices; i++) {
            recorded("e" + i);
        }
        ConcurrentLinkedQueue<String> claimed = new ConcurrentLinkedQueue<>();

        together(16, () -> {
            String owner = Thread.currentThread().getName();
            Optional<Claim> claim = claim(owner, NOW);
            while (claim.isPresent()) {
                claimed.add(claim.get().notice().id().value());
                claim = claim(owner, NOW);
            }
            return true;
        });

        assertThat(claimed).hasSize(notices);
        assertThat(new HashSet<>(claimed)).hasSize(notices);
    }
}
