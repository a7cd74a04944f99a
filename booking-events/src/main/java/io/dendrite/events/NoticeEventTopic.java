package io.dendrite.events;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The topic on which the notification service tells what it learnt; its record headers are those of booking events. */
public final class NoticeEventTopic {

    /** The topic's name. */
    public static final String NAME = "dendrite.notice-events.v1";

    /** How many partitions it is created with. */
    public static final int PARTITIONS = 12;

    /** Which service an event comes from. */
    public static final String SOURCE = "/dendrite/notification-service";

    /** The {@code ce_type} of a {@link ContactBouncedV1}. */
    public static final String CONTACT_BOUNCED = "io.dendrite.patient.contact-bounced.v1";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private NoticeEventTopic() {}

    /** The event's data as JSON text. */
    public static String write(ContactBouncedV1 event) {
        return MAPPER.writeValueAsString(event);
    }

    /**
     * Reads the data of a {@link ContactBouncedV1}.
     *
     * @throws UnreadableEventException when the text is not JSON or lacks a field
     */
    public static ContactBouncedV1 readContactBounced(byte[] json) {
        try {
            ContactBouncedV1 event = MAPPER.readValue(json, ContactBouncedV1.class);
            if (event == null) {
                throw new UnreadableEventException("the data of a " + CONTACT_BOUNCED + " is null");
            }
            return event;
        } catch (JacksonException e) {
            throw new UnreadableEventException("the data of a " + CONTACT_BOUNCED + " cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }
}
