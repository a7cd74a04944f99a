package io.dendrite.notification.delivery.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.delivery.model.Backoff;
import io.dendrite.notification.ledger.application.Claim;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeStatus;
import io.dendrite.notification.ledger.model.Progress;
import io.dendrite.notification.ledger.model.SampleNotices;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    private final RetryPolicy policy = new RetryPolicy(
            new Backoff(Duration.ofSeconds(2), 2, Duration.ofMinutes(5), () -> 0),
            new Backoff(Duration.ofSeconds(1), 2, Duration.ofSeconds(5), () -> 0),
            Duration.ofDays(3));

    @Test
    void waitsByTheNumberOfAttempts() {
        assertThat(policy.afterDeferral(claim(1), RECORDED)).contains(RECORDED.plusSeconds(2));
        assertThat(policy.afterDeferral(claim(4), RECORDED)).contains(RECORDED.plusSeconds(16));
    }

    @Test
    void waitsOnlyBrieflyWhenTheServerIsAwayHoweverOftenItWasTried() {
        assertThat(policy.afterOutage(claim(1), RECORDED)).contains(RECORDED.plusSeconds(1));
        assertThat(policy.afterOutage(claim(500), RECORDED)).contains(RECORDED.plusSeconds(5));
    }

    @Test
    void givesUpAfterTheTimeIsOver() {
        Instant last = RECORDED.plus(Duration.ofDays(3));

        assertThat(policy.afterDeferral(claim(9), last)).isPresent();
        assertThat(policy.afterDeferral(claim(9), last.plusSeconds(1))).isEmpty();
        assertThat(policy.afterOutage(claim(9), last.plusSeconds(1))).isEmpty();
    }

    private static Claim claim(int attempts) {
        Notice fresh = Notice.dueNow(SampleNotices.confirmation("e1", 1), RECORDED);
        Progress tried = new Progress(NoticeStatus.SENDING, RECORDED, attempts, null, null, null);
        return new Claim(new Notice(fresh.id(), fresh.content(), RECORDED, tried), "me", RECORDED.plusSeconds(60));
    }
}
