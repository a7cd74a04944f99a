package io.dendrite.notification.calendarfile.model;

import java.time.Instant;
import java.util.Objects;

/**
 * What a calendar file says about one appointment.
 *
 * @param method what the recipient's calendar is to do
 * @param uid the same for all revisions of the appointment, never used for another (RFC 5545, 3.8.4.7)
 * @param sequence which revision this is (RFC 5545, 3.8.7.4)
 * @param stamp when this revision came to be; not the time of writing, so that writing it again yields the same bytes
 * @param start when it begins
 * @param end when it ends
 * @param summary its title, neutral
 * @param location where it takes place
 * @param organizer who invites
 * @param attendeeAddress the e-mail address invited
 */
public record CalendarEvent(
        CalendarMethod method,
        String uid,
        int sequence,
        Instant stamp,
        Instant start,
        Instant end,
        String summary,
        String location,
        Organizer organizer,
        String attendeeAddress) {

    public CalendarEvent {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(organizer, "organizer");
        Objects.requireNonNull(attendeeAddress, "attendeeAddress");
    }

    /**
     * Who invites.
     *
     * @param name the name shown
     * @param address the e-mail address, the same in all revisions
     */
    public record Organizer(String name, String address) {}
}
