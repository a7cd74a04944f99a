package io.dendrite.scheduling.outbox;

import static io.dendrite.scheduling.outbox.OutboxDocuments.at;
import static io.dendrite.scheduling.outbox.OutboxDocuments.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import io.dendrite.events.BookingEventJson;
import io.dendrite.events.BookingEventType;
import io.dendrite.events.PatientContactChangedV1;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class OutboxFieldTest {

    private final List<OutboxEvent> events = List.of(event("p", 1), event("p", 2));

    @Test
    void readsBackWhatItWrites() {
        assertThat(OutboxField.read(OutboxField.addTo(new Document(), events))).isEqualTo(events);
    }

    @Test
    void marksWhenTheNewestEventCame() {
        assertThat(OutboxField.addTo(new Document(), events).getDate(OutboxField.SINCE))
                .isEqualTo(Date.from(at(2)));
    }

    @Test
    void doesNotMarkADocumentWithoutEvents() {
        Document document = OutboxField.addTo(new Document(), List.of());

        assertThat(document).doesNotContainKey(OutboxField.SINCE);
        assertThat(OutboxField.read(document)).isEmpty();
    }

    @Test
    void findsNothingInADocumentThatNeverHadAnOutbox() {
        assertThat(OutboxField.read(new Document("_id", "b"))).isEmpty();
    }

    @Test
    void pushesAndMarksInOneUpdate() {
        BsonDocument update =
                OutboxField.push(events).toBsonDocument(Document.class, MongoClientSettings.getDefaultCodecRegistry());

        assertThat(update.getDocument("$push").getDocument("outbox").getArray("$each"))
                .hasSize(2);
        assertThat(update.getDocument("$set").getDateTime("outboxSince").getValue())
                .isEqualTo(at(2).toEpochMilli());
    }

    @Test
    void anEventIsKeyedByItsPatientAndHasTheTypeOfItsData() throws Exception {
        byte[] sample = getClass()
                .getResourceAsStream("/io/dendrite/events/samples/patient.contact-changed.v1.json")
                .readAllBytes();
        var changed =
                (PatientContactChangedV1) BookingEventJson.read(BookingEventType.PATIENT_CONTACT_CHANGED_V1, sample);

        OutboxEvent event = OutboxEvent.of(
                changed, "subject", Instant.parse("2027-03-08T17:00:00.123456789Z"), OutboxDocuments.TRACEPARENT);

        assertThat(event.key()).isEqualTo(changed.patient().patientId());
        assertThat(event.type()).isEqualTo("io.dendrite.patient.contact-changed.v1");
        assertThat(event.time()).isEqualTo(Instant.parse("2027-03-08T17:00:00.123Z"));
        assertThat(event.data()).isEqualTo(BookingEventJson.write(changed));
    }
}
