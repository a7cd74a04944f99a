package io.dendrite.events;

/** The one topic of booking events, and the names of its record headers. */
public final class BookingEventTopic {

    /** The topic's name. */
    public static final String NAME = "dendrite.booking-events.v1";

    /** How many partitions it is created with: the most consumers that can share the work. */
    public static final int PARTITIONS = 12;

    /** CloudEvents version of every record (CloudEvents Kafka binding 1.0.2, binary mode). */
    public static final String SPEC_VERSION = "1.0";

    /** Content type of the record's value. */
    public static final String CONTENT_TYPE = "application/json";

    /** Which service an event comes from. */
    public static final String SOURCE = "/dendrite/scheduling-service";

    public static final String HEADER_CONTENT_TYPE = "content-type";
    public static final String HEADER_SPEC_VERSION = "ce_specversion";
    /** Unique per event; consumers deduplicate by it. */
    public static final String HEADER_ID = "ce_id";

    public static final String HEADER_TYPE = "ce_type";
    public static final String HEADER_SOURCE = "ce_source";
    /** When it happened, RFC 3339 in UTC. */
    public static final String HEADER_TIME = "ce_time";
    /** The booking or patient that the event is about. */
    public static final String HEADER_SUBJECT = "ce_subject";
    /** W3C Trace Context of the request that caused the event. */
    public static final String HEADER_TRACEPARENT = "traceparent";

    private BookingEventTopic() {}
}
