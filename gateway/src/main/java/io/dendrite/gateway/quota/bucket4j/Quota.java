package io.dendrite.gateway.quota.bucket4j;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dendrite.gateway.quota.model.Limit;
import io.dendrite.gateway.quota.model.Standing;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Keeps one limit, with a bucket for each caller.
 *
 * <p>A bucket is forgotten when it has not been used for its period, for by then it is full again; and beyond a number
 * of callers the least used are forgotten, so that many callers cost no more memory than some.
 */
public final class Quota {

    private final Limit limit;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /**
     * A limit that nobody has used yet.
     *
     * @param remembered how many callers are kept in mind
     */
    public Quota(Limit limit, long remembered) {
        this(limit, remembered, TimeMeter.SYSTEM_NANOTIME);
    }

    Quota(Limit limit, long remembered, TimeMeter time) {
        this.limit = limit;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(limit.period())
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** Counts a call. */
    public Standing use(String caller) {
        ConsumptionProbe probe = buckets.get(caller, key -> fullBucket()).tryConsumeAndReturnRemaining(1);
        return new Standing(
                limit,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** How many callers are kept in mind now. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.capacity()).refillGreedy(limit.capacity(), limit.period()))
                .withCustomTimePrecision(time)
                .build();
    }
}
