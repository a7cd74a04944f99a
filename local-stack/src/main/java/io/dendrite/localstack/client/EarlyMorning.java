package io.dendrite.localstack.client;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A place where the day has begun and the clinic has not opened: today's patients can be reported to have come. */
public final class EarlyMorning {

    private static final int HOUR = 4;

    private EarlyMorning() {}

    /** The zone of whole hours in which it is between four and five in the morning. */
    public static ZoneId zone(Clock clock) {
        int hour = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).getHour();
        int offset = Math.floorMod(HOUR - hour + 12, 24) - 12;
        // The signs of these names are the other way round.
        return ZoneId.of(offset == 0 ? "Etc/GMT" : "Etc/GMT" + (offset > 0 ? "-" : "+") + Math.abs(offset));
    }
}
