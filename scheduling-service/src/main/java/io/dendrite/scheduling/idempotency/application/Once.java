package io.dendrite.scheduling.idempotency.application;

import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Executes the first of several equal requests and gives its answer to the others.
 *
 * <p>An attempt holds the key by a lease. If it dies, the next one takes over with the same entity id, so the insert of
 * that entity decides which attempt created; this stays true if an attempt that was thought dead is only slow.
 */
@Component
public class Once {

    private static final Logger LOG = LoggerFactory.getLogger(Once.class);

    static final Duration KEPT = Duration.ofHours(24);
    static final Duration LEASE = Duration.ofSeconds(10);
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final KeyedRequests requests;
    private final Clock clock;

    private final Executor background;

    Once(KeyedRequests requests, Clock clock, @Qualifier("applicationTaskExecutor") Executor background) {
        this.requests = requests;
        this.clock = clock;
        this.background = background;
    }

    /** The answer, and whether it is the repetition of an earlier one. */
    public record Outcome(StoredAnswer answer, boolean replay) {}

    /** Runs the creation, or waits for the answer of an attempt that is under way, or repeats the one that is known. */
    public Outcome run(String id, String fingerprint, Function<String, StoredAnswer> create) {
        String attempt = UUID.randomUUID().toString();
        long start = System.nanoTime();
        // Most keys are new: the insert itself says so, and a look before it would be a call in vain.
        boolean isNew = true;
        for (long pause = FIRST_PAUSE_NANOS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS)) {
            Instant now = clock.instant();
            KeyedRequest mine = new KeyedRequest(
                    id, fingerprint, UUID.randomUUID().toString(), attempt, 1, now.plus(LEASE), now.plus(KEPT), null);
            if (isNew && requests.begin(mine)) {
                return execute(mine, create);
            }
            Optional<KeyedRequest> known = requests.find(id);
            isNew = known.isEmpty();
            if (known.isEmpty()) {
                continue;
            }
            KeyedRequest seen = known.get();
            if (!seen.expires().isAfter(now)) {
                requests.forgetExpired(id, now);
                isNew = true;
                continue;
            }
            if (!seen.fingerprint().equals(fingerprint)) {
                throw ProblemException.of(
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "This Idempotency-Key came with another request before: use a new key for a new request.");
            }
            if (seen.answer() != null) {
                return new Outcome(seen.answer(), true);
            }
            if (!seen.leaseUntil().isAfter(now) && requests.takeOver(seen, attempt, now.plus(LEASE))) {
                return execute(continued(seen, attempt), create);
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                throw stillRunning();
            }
            LockSupport.parkNanos(pause);
        }
    }

    private Outcome execute(KeyedRequest mine, Function<String, StoredAnswer> create) {
        StoredAnswer answer;
        try {
            answer = create.apply(mine.entityId());
        } catch (ProblemException refusal) {
            if (mine.attempts() == 1) {
                requests.forget(mine.id(), mine.attempt());
            } else {
                // An attempt before may yet create: only the same entity id keeps the two from making two.
                requests.release(mine.id(), mine.attempt());
            }
            throw refusal;
        } catch (RuntimeException openEnd) {
            // It may have created, so the id stays. In the background, since the database may be what failed: the
            // client should not wait for that twice, and if this fails as well the lease runs out.
            background.execute(() -> releaseQuietly(mine));
            throw openEnd;
        }
        if (requests.finish(mine.id(), mine.attempt(), answer)) {
            return new Outcome(answer, false);
        }
        return requests.find(mine.id())
                .map(KeyedRequest::answer)
                .map(stored -> new Outcome(stored, true))
                .orElseGet(() -> new Outcome(answer, false));
    }

    private void releaseQuietly(KeyedRequest mine) {
        try {
            requests.release(mine.id(), mine.attempt());
        } catch (RuntimeException e) {
            LOG.info(
                    "an idempotency key stays held until its lease runs out: {}",
                    e.getClass().getName());
        }
    }

    private static KeyedRequest continued(KeyedRequest seen, String attempt) {
        return new KeyedRequest(
                seen.id(),
                seen.fingerprint(),
                seen.entityId(),
                attempt,
                seen.attempts() + 1,
                seen.leaseUntil(),
                seen.expires(),
                null);
    }

    private static ProblemException stillRunning() {
        return ProblemException.conflict(
                        ProblemType.REQUEST_IN_PROGRESS,
                        "An equal request with this Idempotency-Key is still being worked on: repeat it later.")
                .withHeader("Retry-After", "5");
    }
}
