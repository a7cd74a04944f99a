package io.dendrite.notification.delivery.model;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before trying again: exponentially longer up to a cap, and shortened by chance by up to a half, so that
 * what failed together does not come back together.
 */
public final class Backoff {

    private final Duration initial;
    private final double factor;
    private final Duration cap;
    private final DoubleSupplier chance;

    /**
     * A policy.
     *
     * @param initial the longest wait after the first failure
     * @param factor by how much each further failure lengthens it, at least 1
     * @param cap the longest wait ever
     * @param chance numbers from 0 (inclusive) to 1 (exclusive)
     */
    public Backoff(Duration initial, double factor, Duration cap, DoubleSupplier chance) {
        if (initial.isNegative() || initial.isZero() || cap.compareTo(initial) < 0 || factor < 1) {
            throw new IllegalArgumentException("backoff needs 0 < initial <= cap and factor >= 1");
        }
        this.initial = initial;
        this.factor = factor;
        this.cap = cap;
        this.chance = chance;
    }

    /** The wait after this many failures in a row, the first of which is number 1. */
    public Duration after(int failures) {
        double grown = initial.toMillis() * Math.pow(factor, Math.max(0, failures - 1));
        double capped = Math.min(grown, (double) cap.toMillis());
        return Duration.ofMillis(Math.round(capped * (1 - chance.getAsDouble() / 2)));
    }
}
