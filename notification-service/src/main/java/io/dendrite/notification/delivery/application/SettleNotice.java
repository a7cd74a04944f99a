package io.dendrite.notification.delivery.application;

import io.dendrite.notification.ledger.application.Claim;
import io.dendrite.notification.ledger.application.NoticeQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what became of a notice that was taken.
 *
 * <p>A letter can go out twice only if the process dies between the mail server's acceptance and this record, if the store
 * stays away from then on for longer than the lease, or if the server's answer is lost on its way. The second copy has
 * the same message id.
 */
final class SettleNotice {

    private static final Logger log = LoggerFactory.getLogger(SettleNotice.class);

    private final NoticeQueue queue;
    private final RetryPolicy retries;
    private final Patience patience;
    private final WakeUp wakeUp;
    private final Deliveries deliveries;
    private final Clock clock;

    SettleNotice(
            NoticeQueue queue,
            RetryPolicy retries,
            Patience patience,
            WakeUp wakeUp,
            Deliveries deliveries,
            Clock clock) {
        this.queue = queue;
        this.retries = retries;
        this.patience = patience;
        this.wakeUp = wakeUp;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The server spoke about this notice. */
    void answered(Claim claim, Post.Outcome outcome) {
        if (outcome instanceof Post.Accepted accepted) {
            Instant sentAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            insist(claim, () -> queue.markSent(claim, sentAt, accepted.messageId()));
            log.info("notice {} sent", id(claim));
            deliveries.settled(Deliveries.Outcome.SENT, "");
            if (claim.notice().content().timing().dueAt() == null) {
                deliveries.delayed(Duration.between(claim.notice().content().happenedAt(), sentAt));
            }
        } else if (outcome instanceof Post.Refused refused) {
            failed(claim, refused.reason());
        } else if (outcome instanceof Post.Deferred deferred) {
            Optional<Instant> next = retries.afterDeferral(claim, clock.instant());
            next.ifPresentOrElse(
                    when -> deferred(claim, when, deferred.reason(), queue::retryAt),
                    () -> tooOld(claim, deferred.reason()));
        }
    }

    /** The server could not be reached. */
    void unreachable(Claim claim, String reason) {
        Optional<Instant> next = retries.afterOutage(claim, clock.instant());
        next.ifPresentOrElse(when -> deferred(claim, when, reason, queue::holdUntil), () -> tooOld(claim, reason));
    }

    /** It could not be told to whom it goes. */
    void waits(Claim claim, String reason) {
        deferred(claim, retries.afterVaultOutage(claim, clock.instant()), reason, queue::holdUntil);
    }

    private void tooOld(Claim claim, String reason) {
        failed(claim, "given up after too long; at last: " + reason);
    }

    /** One of the ways in which {@link NoticeQueue} lets a notice wait. */
    private interface Later {

        boolean apply(Claim claim, Instant when, String reason);
    }

    private void deferred(Claim claim, Instant next, String reason, Later later) {
        insist(claim, () -> later.apply(claim, next.truncatedTo(ChronoUnit.MILLIS), reason));
        log.info("notice {} not sent ({}); next attempt at {}", id(claim), reason, next);
        deliveries.settled(Deliveries.Outcome.DEFERRED, reason);
    }

    private void failed(Claim claim, String reason) {
        insist(claim, () -> queue.markFailed(claim, reason));
        log.warn("notice {} failed: {}", id(claim), reason);
        deliveries.settled(Deliveries.Outcome.FAILED, reason);
    }

    /** There was nothing to send. */
    void skipped(Claim claim, String reason) {
        insist(claim, () -> queue.markSkipped(claim, reason));
        log.info("notice {} skipped: {}", id(claim), reason);
        deliveries.settled(Deliveries.Outcome.SKIPPED, reason);
    }

    /** Nothing was tried. */
    void givenBack(Claim claim) {
        insist(claim, () -> queue.release(claim));
    }

    /** There may be work again for senders that wait. */
    void wakeTheOthers() {
        wakeUp.ring();
    }

    private void insist(Claim claim, Runnable write) {
        patience.insistOn(id(claim), write);
    }

    private static String id(Claim claim) {
        return claim.notice().id().value();
    }
}
