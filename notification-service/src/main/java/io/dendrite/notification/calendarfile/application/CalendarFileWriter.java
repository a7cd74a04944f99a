package io.dendrite.notification.calendarfile.application;

import io.dendrite.notification.calendarfile.model.CalendarEvent;

/** Writes calendar files that mail programs understand. */
@FunctionalInterface
public interface CalendarFileWriter {

    /**
     * One iCalendar object (RFC 5545), to be encoded in UTF-8, that says this and nothing else. The same event yields the
     * same text.
     */
    String write(CalendarEvent event);
}
