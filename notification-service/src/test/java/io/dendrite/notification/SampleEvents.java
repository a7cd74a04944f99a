package io.dendrite.notification;

import io.dendrite.events.AppointmentCancelledV1;
import io.dendrite.events.AppointmentRescheduledV1;
import io.dendrite.events.AppointmentTime;
import io.dendrite.events.BookingConfirmedV1;
import io.dendrite.events.BookingEvent;
import io.dendrite.events.BookingEventJson;
import io.dendrite.events.BookingEventTopic;
import io.dendrite.events.BookingEventType;
import io.dendrite.events.PatientContact;
import io.dendrite.events.SiteFace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Booking events as the scheduling service would send them. */
public final class SampleEvents {

    public static final SiteFace RIVERSIDE = new SiteFace(
            "riverside",
            "Riverside Clinic",
            "America/Los_Angeles",
            "210 River Street, Portland, OR 97201",
            "+1 503 555 0142");
    public static final Instant HAPPENED = Instant.parse("2026-11-20T18:30:00Z");
    public static final Instant FIRST_START = Instant.parse("2027-03-08T17:00:00Z");
    public static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private SampleEvents() {}

    /** A patient whose contact nobody can open. */
    public static PatientContact unreadable(String id, long version) {
        return new PatientContact(id, version, "AAAA");
    }

    /** A booking of so many visits, two days apart. */
    public static BookingConfirmedV1 confirmed(PatientContact patient, String bookingId, int visits) {
        List<AppointmentTime> times = IntStream.range(0, visits)
                .mapToObj(i -> time(bookingId + "-" + i, FIRST_START.plus(Duration.ofDays(2L * i)), 0))
                .toList();
        return new BookingConfirmedV1(bookingId, patient, RIVERSIDE, times);
    }

    /** The first visit of a booking, a day later. */
    public static AppointmentRescheduledV1 rescheduled(PatientContact patient, String bookingId, int sequence) {
        AppointmentTime old = time(bookingId + "-0", FIRST_START, 0);
        AppointmentTime moved = time(bookingId + "-0", FIRST_START.plus(Duration.ofDays(1)), sequence);
        return new AppointmentRescheduledV1(bookingId, patient, RIVERSIDE, moved, old.start(), old.end());
    }

    /** The first visit of a booking, called off. */
    public static AppointmentCancelledV1 cancelled(PatientContact patient, String bookingId, int sequence) {
        return new AppointmentCancelledV1(bookingId, patient, RIVERSIDE, time(bookingId + "-0", FIRST_START, sequence));
    }

    private static AppointmentTime time(String appointmentId, Instant start, int sequence) {
        return new AppointmentTime(appointmentId, start, start.plus(Duration.ofMinutes(105)), sequence);
    }

    /** An event as a record, with a new event id. */
    public static ProducerRecord<byte[], byte[]> message(BookingEvent event) {
        return message(UUID.randomUUID().toString(), event);
    }

    /** An event as a record. */
    public static ProducerRecord<byte[], byte[]> message(String eventId, BookingEvent event) {
        return message(
                eventId,
                BookingEventType.of(event).ceType(),
                event.key(),
                BookingEventJson.write(event).getBytes(StandardCharsets.UTF_8));
    }

    /** Any record that calls itself an event. */
    public static ProducerRecord<byte[], byte[]> message(String eventId, String ceType, String key, byte[] data) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(BookingEventTopic.NAME, key.getBytes(StandardCharsets.UTF_8), data);
        header(message, BookingEventTopic.HEADER_CONTENT_TYPE, BookingEventTopic.CONTENT_TYPE);
        header(message, BookingEventTopic.HEADER_SPEC_VERSION, BookingEventTopic.SPEC_VERSION);
        header(message, BookingEventTopic.HEADER_ID, eventId);
        header(message, BookingEventTopic.HEADER_TYPE, ceType);
        header(message, BookingEventTopic.HEADER_SOURCE, BookingEventTopic.SOURCE);
        header(message, BookingEventTopic.HEADER_TIME, HAPPENED.toString());
        header(message, BookingEventTopic.HEADER_TRACEPARENT, "00-" + TRACE_ID + "-00f067aa0ba902b7-01");
        return message;
    }

    private static void header(ProducerRecord<byte[], byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The golden sample of a type. */
    public static byte[] golden(BookingEventType type) {
        try (InputStream in = BookingEventType.class.getResourceAsStream("samples/" + type.shortName() + ".json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
