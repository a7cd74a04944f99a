package io.dendrite.notification.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Tells times as the clocks at the site show them, in the patterns of the reader's language. */
public final class LocalTimes {

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;

    /** Times at a place, for a reader. */
    public LocalTimes(MessageSource messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
    }

    /** Such as "Monday, March 15, 2027, 10:00 AM to 11:45 AM (Pacific Daylight Time)". */
    public String of(Instant start, Instant end) {
        ZonedDateTime from = start.atZone(zone);
        Object[] parts = {
            format("visit.date", from),
            format("visit.time", from),
            format("visit.time", end.atZone(zone)),
            format("visit.zone", from)
        };
        return messages.getMessage("visit.line", parts, locale);
    }

    /** A moment, such as "Monday, March 15, 2027, 10:00 AM (Pacific Daylight Time)". */
    public String of(Instant moment) {
        ZonedDateTime at = moment.atZone(zone);
        Object[] parts = {format("visit.date", at), format("visit.time", at), format("visit.zone", at)};
        return messages.getMessage("moment.line", parts, locale);
    }

    private String format(String patternKey, ZonedDateTime time) {
        String pattern = messages.getMessage(patternKey, null, locale);
        return DateTimeFormatter.ofPattern(pattern, locale).format(time);
    }
}
