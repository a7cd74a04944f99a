package io.dendrite.events;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of event data. Both sides use this one mapping, so that the samples bind both.
 *
 * <p>Reading ignores fields it does not know, since a version may gain fields; it refuses data that lacks a required
 * one.
 */
public final class BookingEventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BookingEventJson() {}

    /** The event's data as JSON text. */
    public static String write(BookingEvent event) {
        return MAPPER.writeValueAsString(event);
    }

    /**
     * Reads the data of an event.
     *
     * @throws UnreadableEventException when the text is not JSON or lacks what the type demands
     */
    public static BookingEvent read(BookingEventType type, byte[] json) {
        try {
            BookingEvent event = MAPPER.readValue(json, type.dataClass());
            if (event == null) {
                throw new UnreadableEventException("the data of a " + type.ceType() + " is null");
            }
            return event;
        } catch (JacksonException e) {
            // The parser's message may quote the data, which holds a patient's contact: name the place only.
            throw new UnreadableEventException("the data of a " + type.ceType() + " cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }
}
