package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.cancelled;
import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.dendrite.events.BookingEventJson;
import io.dendrite.events.BookingEventType;
import io.dendrite.events.PatientContact;
import io.dendrite.events.PatientErasedV1;
import io.dendrite.notification.ledger.model.NoticeId;
import io.dendrite.notification.ledger.model.NoticeKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What is left of patients at rest: nothing readable before their erasure, no tie to them after it. */
class ErasureIT {

    private static Surroundings surroundings;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
        service = surroundings.startService();
    }

    @AfterAll
    static void stop() {
        service.close();
        surroundings.close();
    }

    @Test
    void keepsNothingReadableOfAPatient() {
        surroundings.publish(message(confirmed(surroundings.patient("plain", 1, "plain@example.org"), "plain", 1)));
        surroundings.awaitMailsTo("plain@example.org", 1);
        surroundings.awaitNotice("plain", "SENT");

        assertThat(everythingStored()).contains("plain").doesNotContain("example.org", "María", "José");
    }

    @Test
    void keepsThatSomethingWasSentButNotToWhom() {
        PatientContact patient = surroundings.patient("patient-gone", 1, "gone@example.org");
        surroundings.publish(message("gone-event", confirmed(patient, "gone-booking", 1)));
        Document before = surroundings.awaitNotice("gone-booking", "SENT");

        erase("patient-gone");

        Document after = stored("gone-event", "patient-gone", NoticeKind.BOOKING_CONFIRMED);
        assertThat(after.getString("status")).isEqualTo("SENT");
        assertThat(after.getString("kind")).isEqualTo("BOOKING_CONFIRMED");
        assertThat(after.getDate("sentAt")).isEqualTo(before.getDate("sentAt"));
        assertThat(everythingStored()).doesNotContain("patient-gone", "gone-booking", "gone-event");
    }

    @Test
    void changesNothingWhenTheErasureIsDeliveredAgain() {
        PatientContact patient = surroundings.patient("patient-twice", 1, "twice@example.org");
        surroundings.publish(message("twice-event", confirmed(patient, "twice-booking", 1)));
        surroundings.awaitNotice("twice-booking", "SENT");
        erase("patient-twice");
        Document once = stored("twice-event", "patient-twice", NoticeKind.BOOKING_CONFIRMED);

        erase("patient-twice");

        assertThat(stored("twice-event", "patient-twice", NoticeKind.BOOKING_CONFIRMED))
                .isEqualTo(once);
    }

    /** The sender may still hold the patient's key in memory: it is the ledger that keeps it from writing. */
    @Test
    void tellsNothingOfWhatComesLate() {
        PatientContact patient = surroundings.patient("patient-late", 1, "late@example.org");
        surroundings.publish(message("early-event", confirmed(patient, "late-booking", 1)));
        surroundings.awaitNotice("late-booking", "SENT");
        erase("patient-late");

        surroundings.publish(message("early-event", confirmed(patient, "late-booking", 1)));
        surroundings.publish(message("late-event", confirmed(patient, "late-booking-2", 1)));
        surroundings.publish(message("late-event-2", cancelled(patient, "late-booking-2", 1)));

        Document last = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> stored("late-event-2", "patient-late", NoticeKind.APPOINTMENT_CANCELLED),
                        found -> found != null);
        assertThat(last.getString("status")).isEqualTo("SKIPPED");
        assertThat(stored("late-event", "patient-late", NoticeKind.BOOKING_CONFIRMED)
                        .getString("lastError"))
                .isEqualTo("patient erased");
        assertThat(surroundings.mailsTo("late@example.org")).hasSize(1);
        assertThat(everythingStored()).doesNotContain("patient-late", "late-booking");
    }

    @Test
    void skipsWhatIsToldAPatientWhoseKeyIsDestroyed() {
        PatientContact patient = surroundings.patient("patient-keyless", 1, "keyless@example.org");
        surroundings.seals().seal().destroyKey("patient-keyless");

        surroundings.publish(message(confirmed(patient, "keyless", 1)));

        assertThat(surroundings.awaitNotice("keyless", "SKIPPED").getString("lastError"))
                .isEqualTo("patient erased");
        assertThat(surroundings.mailsTo("keyless@example.org")).isEmpty();
    }

    private static void erase(String patientId) {
        String marker = "after-" + patientId + System.nanoTime();
        surroundings.publish(message(new PatientErasedV1(patientId)));
        // The same key, so that it is heard after the erasure.
        surroundings.publish(message(
                marker,
                BookingEventType.BOOKING_CONFIRMED_V1.ceType(),
                patientId,
                BookingEventJson.write(confirmed(SampleEvents.unreadable("marker-" + patientId, 1), marker, 1))
                        .getBytes(StandardCharsets.UTF_8)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> surroundings.notices(marker).size() == 1);
        surroundings.database().getCollection("notices").deleteMany(Filters.eq("bookingId", marker));
        surroundings.database().getCollection("contacts").deleteOne(Filters.eq("_id", "marker-" + patientId));
        surroundings.database().getCollection("appointments").deleteOne(Filters.eq("_id", marker + "-0"));
    }

    private static Document stored(String eventId, String patientId, NoticeKind kind) {
        return surroundings
                .database()
                .getCollection("notices")
                .find(Filters.eq("_id", NoticeId.of(eventId, kind, patientId).value()))
                .first();
    }

    /** All documents but those of appointments, which know nothing of patients. */
    private static String everythingStored() {
        StringBuilder all = new StringBuilder();
        for (String collection : surroundings.database().listCollectionNames()) {
            if (!collection.equals("appointments")) {
                surroundings
                        .database()
                        .getCollection(collection)
                        .find()
                        .forEach(document -> all.append(document.toJson()).append('\n'));
            }
        }
        return all.toString();
    }
}
