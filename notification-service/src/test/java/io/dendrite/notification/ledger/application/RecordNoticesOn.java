package io.dendrite.notification.ledger.application;

import io.dendrite.notification.site.application.RememberedSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The recording of events on given stores, for tests of those. */
public final class RecordNoticesOn {

    private final RecordNotices recording;

    public RecordNoticesOn(Ledger ledger, NewestKnown newest, Erasures erasures, Instant now) {
        recording = new RecordNotices(
                ledger,
                newest,
                erasures,
                new PlanReminders(new RememberedSettings()),
                () -> {},
                Clock.fixed(now, ZoneOffset.UTC));
    }

    public void record(Heard heard) {
        recording.record(heard);
    }
}
