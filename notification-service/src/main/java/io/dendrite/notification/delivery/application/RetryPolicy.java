package io.dendrite.notification.delivery.application;

import io.dendrite.notification.delivery.model.Backoff;
import io.dendrite.notification.ledger.application.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a notice that was not taken is tried again, if at all. */
final class RetryPolicy {

    private final Backoff deferred;
    private final Backoff unreachable;
    private final Duration giveUpAfter;

    RetryPolicy(Backoff deferred, Backoff unreachable, Duration giveUpAfter) {
        this.deferred = deferred;
        this.unreachable = unreachable;
        this.giveUpAfter = giveUpAfter;
    }

    /** The next attempt after the server put this notice off; empty when it is too old. */
    Optional<Instant> afterDeferral(Claim claim, Instant now) {
        return next(claim, now, deferred);
    }

    /** The next attempt after the server could not be reached, which says nothing about this notice. */
    Optional<Instant> afterOutage(Claim claim, Instant now) {
        return next(claim, now, unreachable);
    }

    /** The next attempt after it could not be told to whom the notice goes, since the keys were out of reach. */
    Instant afterVaultOutage(Claim claim, Instant now) {
        // No age ends this: nothing was tried, and giving up would lose notices to an outage of our own.
        return now.plus(unreachable.after(claim.notice().progress().attempts()));
    }

    private Optional<Instant> next(Claim claim, Instant now, Backoff backoff) {
        if (now.isAfter(claim.notice().createdAt().plus(giveUpAfter))) {
            return Optional.empty();
        }
        return Optional.of(now.plus(backoff.after(claim.notice().progress().attempts())));
    }
}
