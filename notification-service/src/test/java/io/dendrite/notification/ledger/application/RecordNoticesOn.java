package io.dendrite.notification.ledger.application;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The recording of events on given stores, for tests of those. */
public final class RecordNoticesOn {

    private final RecordNotices recording;

    public RecordNoticesOn(Ledger ledger, NewestKnown newest, Erasures erasures, Instant now) {
        recording = new RecordNotices(ledger, newest, erasures, () -> {}, Clock.fixed(now, ZoneOffset.UTC));
    }

    public void record(Heard heard) {
        recording.record(heard);
    }
}
