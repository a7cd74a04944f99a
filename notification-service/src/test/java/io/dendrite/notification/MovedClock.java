package io.dendrite.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The service's clock, set by a test; it stands still in between. */
public final class MovedClock extends Clock {

    private static volatile Instant now = Instant.EPOCH;

    /** Sets it. */
    public static void set(Instant moment) {
        now = moment;
    }

    /** Lets time pass. */
    public static void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    /** Gives it to the service. Not annotated as a configuration, or every test would find it and stand still. */
    public static class Given {

        @Bean
        @Primary
        static Clock movedClock() {
            return new MovedClock();
        }
    }
}
