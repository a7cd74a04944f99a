package io.dendrite.notification.delivery.application;

import io.dendrite.notification.delivery.model.ServerGate;
import io.dendrite.notification.ledger.application.Claim;
import io.dendrite.notification.ledger.application.NoticeQueue;
import io.dendrite.notification.ledger.application.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the notice that has been due longest, checks that it is still true, and hands it to the post. */
final class DeliverNext {

    private static final Logger log = LoggerFactory.getLogger(DeliverNext.class);

    private final NoticeQueue queue;
    private final PrepareLetter prepare;
    private final Post post;
    private final ServerGate gate;
    private final SettleNotice settle;
    private final DeliveryTrace trace;
    private final Duration lease;
    private final Duration neededToSend;
    private final Clock clock;
    private final String owner;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    DeliverNext(
            NoticeQueue queue,
            PrepareLetter prepare,
            Post post,
            ServerGate gate,
            SettleNotice settle,
            DeliveryTrace trace,
            Duration lease,
            Clock clock,
            String owner) {
        this.queue = queue;
        this.prepare = prepare;
        this.post = post;
        this.gate = gate;
        this.settle = settle;
        this.trace = trace;
        this.lease = lease;
        this.neededToSend = lease.multipliedBy(3).dividedBy(4);
        this.clock = clock;
        this.owner = owner;
    }

    /**
     * Deals with one notice.
     *
     * @return whether there was one
     * @throws StoreUnavailableException when no notice could be taken because the store is away
     */
    boolean once() {
        Instant now = clock.instant();
        ServerGate.Pass pass = gate.enter(now);
        if (pass == ServerGate.Pass.NONE) {
            return false;
        }
        try {
            Optional<Claim> due = queue.claimDue(owner, now, now.plus(lease), Set.copyOf(inHand));
            due.ifPresent(claim -> keepInHand(claim, pass));
            return due.isPresent();
        } finally {
            gate.leave(pass);
        }
    }

    /** While a notice is in hand, this process does not take it again, even when its lease runs out. */
    private void keepInHand(Claim claim, ServerGate.Pass pass) {
        String id = claim.notice().id().value();
        inHand.add(id);
        try {
            trace.delivering(claim.notice().content(), () -> deliver(claim, pass));
        } finally {
            inHand.remove(id);
        }
    }

    private void deliver(Claim claim, ServerGate.Pass pass) {
        PrepareLetter.Prepared prepared;
        try {
            prepared = prepare.of(claim.notice());
        } catch (StoreUnavailableException e) {
            settle.givenBack(claim);
            return;
        }
        if (prepared instanceof PrepareLetter.Ready ready) {
            send(claim, ready.letter(), pass);
        } else if (prepared instanceof PrepareLetter.Nothing nothing) {
            settle.skipped(claim, nothing.reason());
        } else if (prepared instanceof PrepareLetter.NotYet notYet) {
            settle.waits(claim, notYet.reason());
        } else if (prepared instanceof PrepareLetter.Broken broken) {
            settle.answered(claim, new Post.Deferred(broken.reason()));
        }
    }

    private void send(Claim claim, Letter letter, ServerGate.Pass pass) {
        if (clock.instant().isAfter(claim.leaseUntil().minus(neededToSend))) {
            log.warn("notice {}: too little of the lease is left to send it, so it is given back", id(claim));
            settle.givenBack(claim);
            return;
        }
        Post.Outcome outcome;
        try {
            outcome = post.send(letter);
        } catch (RuntimeException e) {
            // Its message may quote an address.
            log.error(
                    "notice {}: could not be made into a letter: {}",
                    id(claim),
                    e.getClass().getName());
            outcome = new Post.Deferred("internal error: " + e.getClass().getSimpleName());
        }
        if (outcome instanceof Post.Unreachable unreachable) {
            gate.unreachable(pass, clock.instant());
            settle.unreachable(claim, unreachable.reason());
            return;
        }
        if (gate.reachable()) {
            settle.wakeTheOthers();
        }
        settle.answered(claim, outcome);
    }

    private static String id(Claim claim) {
        return claim.notice().id().value();
    }
}
