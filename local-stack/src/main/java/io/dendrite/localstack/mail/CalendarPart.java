package io.dendrite.localstack.mail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the demo looks at in a calendar file: its method and its events. Whether the file is valid throughout is for
 * the notification-service's own tests to say.
 *
 * @param text as it stood in the mail
 * @param method REQUEST or CANCEL (RFC 5546), empty if missing
 * @param events in the order of the file
 */
public record CalendarPart(String text, String method, List<Event> events) {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final Pattern METHOD = Pattern.compile("method=\"?([A-Za-z]+)\"?", Pattern.CASE_INSENSITIVE);

    /**
     * One event: its stable id, its revision, and when it takes place.
     *
     * @param status CONFIRMED or CANCELLED, empty if missing
     */
    public record Event(String uid, int sequence, Instant start, Instant end, String status) {}

    /**
     * Reads a calendar file whose times are in UTC.
     *
     * @throws IllegalArgumentException if an event lacks an id or its times
     */
    public static CalendarPart parse(String text) {
        String method = "";
        List<Event> events = new ArrayList<>();
        Map<String, String> event = new HashMap<>();
        for (String line : unfolded(text)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String name = line.substring(0, colon).split(";", 2)[0];
            String value = line.substring(colon + 1);
            switch (name) {
                case "METHOD" -> method = value;
                case "BEGIN" -> event.clear();
                case "END" -> {
                    if (value.equals("VEVENT")) {
                        events.add(eventOf(event));
                    }
                }
                default -> event.put(name, value);
            }
        }
        return new CalendarPart(text, method, List.copyOf(events));
    }

    static Optional<String> methodOf(String contentType) {
        Matcher found = METHOD.matcher(contentType);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Event eventOf(Map<String, String> properties) {
        return new Event(
                required(properties, "UID"),
                Integer.parseInt(properties.getOrDefault("SEQUENCE", "0")),
                instant(required(properties, "DTSTART")),
                instant(required(properties, "DTEND")),
                properties.getOrDefault("STATUS", ""));
    }

    private static String required(Map<String, String> properties, String name) {
        String value = properties.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a calendar event lacks " + name);
        }
        return value;
    }

    private static Instant instant(String utc) {
        return LocalDateTime.parse(utc, UTC).toInstant(ZoneOffset.UTC);
    }

    /** RFC 5545, section 3.1: a line that begins with a blank goes on with the line before. */
    private static List<String> unfolded(String text) {
        return text.replaceAll("\r?\n[ \t]", "").lines().toList();
    }
}
