package io.dendrite.notification.ledger.kafka;

import io.dendrite.events.AppointmentStatusChangedV1;
import io.dendrite.events.BookingEvent;
import io.dendrite.events.BookingEventJson;
import io.dendrite.events.BookingEventTopic;
import io.dendrite.events.BookingEventType;
import io.dendrite.events.BreakGlassOpenedV1;
import io.dendrite.events.PatientErasedV1;
import io.dendrite.notification.ledger.application.Erasures;
import io.dendrite.notification.ledger.application.NewestKnown;
import io.dendrite.notification.ledger.application.RecordNotices;
import io.dendrite.notification.ledger.model.VisitStep;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears booking events and has them recorded. It returns, and the offset moves on, only when the ledger holds what the
 * event demands; it never talks to the mail server.
 */
@Component
class BookingEventListener {

    private static final Logger log = LoggerFactory.getLogger(BookingEventListener.class);

    /** How a visit stands that the patient has not come to yet. */
    private static final String NOT_BEGUN = "BOOKED";

    private final RecordNotices recordNotices;
    private final Erasures erasures;
    private final NewestKnown newest;
    private final Counter ignored;

    BookingEventListener(RecordNotices recordNotices, Erasures erasures, NewestKnown newest, MeterRegistry meters) {
        this.recordNotices = recordNotices;
        this.erasures = erasures;
        this.newest = newest;
        this.ignored = Counter.builder("dendrite.events.ignored")
                .description("Events of a type that this version does not know")
                .register(meters);
    }

    @KafkaListener(id = "booking-events", idIsGroup = false, topics = BookingEventTopic.NAME)
    void hear(ConsumerRecord<byte[], byte[]> message) {
        EventRecord event = new EventRecord(message);
        String id = event.id();
        Optional<BookingEventType> type = BookingEventType.ofCeType(event.type());
        if (type.isEmpty()) {
            ignored.increment();
            log.warn("event {} ignored: its type is not known to this version", id);
            return;
        }
        BookingEvent told = BookingEventJson.read(type.get(), event.data());
        if (told instanceof PatientErasedV1 erased) {
            erasures.erase(erased.patientId());
            log.info("event {} ({}) heard: what was kept of the patient is gone", id, type.get());
        } else if (told instanceof AppointmentStatusChangedV1 step) {
            newest.learn(
                    new VisitStep(step.appointmentId(), step.at(), !step.to().equals(NOT_BEGUN)));
            log.debug("event {} ({}) heard: it demands no notice", id, type.get());
        } else if (told instanceof BreakGlassOpenedV1) {
            log.debug("event {} ({}) heard: it concerns no patient", id, type.get());
        } else {
            WhatEventsTell whatItTells = new WhatEventsTell(id, event.time(), event.traceparent());
            int added = recordNotices.record(whatItTells.of(told));
            log.info("event {} ({}) heard: {} new notices", id, type.get(), added);
        }
    }
}
