package io.dendrite.notification.calendarfile.ical4j;

import io.dendrite.notification.calendarfile.application.CalendarFileWriter;

/** Lends the real writer to tests of other packages. */
public final class CalendarFiles {

    private CalendarFiles() {}

    public static CalendarFileWriter writer() {
        return new Ical4jCalendarFileWriter("");
    }
}
