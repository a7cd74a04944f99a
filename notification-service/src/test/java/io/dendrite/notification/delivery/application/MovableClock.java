package io.dendrite.notification.delivery.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still, or moves on by so much each time it is read. */
public final class MovableClock extends Clock {

    Duration ticks = Duration.ZERO;
    private Instant now;

    public MovableClock(Instant start) {
        now = start;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        Instant read = now;
        now = now.plus(ticks);
        return read;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
