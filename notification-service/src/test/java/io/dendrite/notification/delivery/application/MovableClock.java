package io.dendrite.notification.delivery.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still, or moves on by so much each time it is read. */
final class MovableClock extends Clock {

    Duration ticks = Duration.ZERO;
    private Instant now;

    MovableClock(Instant start) {
        now = start;
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
