package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.cancelled;
import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.events.ContactDetails;
import io.dendrite.events.PatientContact;
import io.dendrite.events.PatientContactChangedV1;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What happens while the mail server is away, and after. */
class MailServerOutageIT {

    private Surroundings surroundings;
    private ConfigurableApplicationContext service;

    @BeforeEach
    void startWithoutMailServer() {
        surroundings = new Surroundings();
        surroundings.smtp().stop();
        service = surroundings.startService();
    }

    @AfterEach
    void stop() {
        service.close();
        surroundings.close();
    }

    @Test
    void mailsOnceAndSoonAfterTheServerIsBack() {
        for (int i = 0; i < 20; i++) {
            surroundings.publish(
                    message(confirmed(surroundings.patient("p" + i, 1, "waiting@example.org"), "wait-" + i, 1)));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> surroundings
                                .database()
                                .getCollection("notices")
                                .countDocuments(new Document("lastError", "the mail server cannot be reached"))
                        >= 3);

        surroundings.smtp().start();
        Instant back = Instant.now();
        surroundings.awaitMailsTo("waiting@example.org", 20);

        assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(15));
        for (int i = 0; i < 20; i++) {
            surroundings.awaitNotice("wait-" + i, "SENT");
        }
        assertThat(surroundings.mailsTo("waiting@example.org")).hasSize(20);
        assertThat(totalAttempts()).as("attempts while nothing could be sent").isLessThan(60);
    }

    @Test
    void tellsWhatIsTrueWhenTheServerIsBack() {
        PatientContact moved = surroundings.patient("mover", 1, "old@example.org");
        PatientContact withdrawn = surroundings.patient("withdrawer", 1, "withdrawn@example.org");
        PatientContact superseded = surroundings.patient("canceller", 1, "canceller@example.org");
        surroundings.publish(message(confirmed(moved, "moved", 1)));
        surroundings.publish(message(confirmed(withdrawn, "withdrawn", 1)));
        surroundings.publish(message(confirmed(superseded, "superseded", 1)));
        surroundings.awaitNotice("superseded", "PENDING");
        surroundings.publish(message(new PatientContactChangedV1(surroundings.patient("mover", 2, "new@example.org"))));
        surroundings.publish(message(new PatientContactChangedV1(surroundings
                .seals()
                .patient("withdrawer", 2, new ContactDetails("Ann", "withdrawn@example.org", "en", false)))));
        surroundings.publish(message("cancellation", cancelled(superseded, "superseded", 1)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> versionOf("mover") == 2
                        && versionOf("withdrawer") == 2
                        && surroundings.notices("superseded").size() == 2);

        surroundings.smtp().start();

        surroundings.awaitMailsTo("new@example.org", 1);
        surroundings.awaitMailsTo("canceller@example.org", 1);
        assertThat(surroundings.awaitNotice("withdrawn", "SKIPPED").getString("lastError"))
                .isEqualTo("the patient has not consented to e-mail");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(surroundings.notices("superseded"))
                        .extracting(notice -> notice.getString("kind") + " " + notice.getString("status"))
                        .containsExactlyInAnyOrder("BOOKING_CONFIRMED SKIPPED", "APPOINTMENT_CANCELLED SENT"));
        assertThat(surroundings.mailsTo("old@example.org")).isEmpty();
        assertThat(surroundings.mailsTo("withdrawn@example.org")).isEmpty();
        assertThat(surroundings.mailsTo("canceller@example.org")).hasSize(1);
    }

    @Test
    void takesOverFromASenderThatDiedOnceItsLeaseHasRunOut() {
        surroundings.publish(message(confirmed(surroundings.patient("p", 1, "taken@example.org"), "taken", 1)));
        surroundings.awaitNotice("taken", "PENDING");
        service.close();
        Instant leaseEnd = Instant.now().plusSeconds(6);
        surroundings
                .database()
                .getCollection("notices")
                .updateOne(
                        new Document("bookingId", "taken"),
                        new Document(
                                "$set",
                                new Document("status", "SENDING")
                                        .append("owner", "dead")
                                        .append("claimableAt", Date.from(leaseEnd))));

        surroundings.smtp().start();
        service = surroundings.startService();
        surroundings.awaitMailsTo("taken@example.org", 1);

        assertThat(Instant.now()).isAfterOrEqualTo(leaseEnd);
        assertThat(surroundings.awaitNotice("taken", "SENT").containsKey("owner"))
                .isFalse();
        assertThat(surroundings.mailsTo("taken@example.org")).hasSize(1);
    }

    private long versionOf(String patientId) {
        List<Document> found = surroundings
                .database()
                .getCollection("contacts")
                .find(new Document("_id", patientId))
                .into(new java.util.ArrayList<>());
        return found.isEmpty() ? 0 : found.get(0).getLong("version");
    }

    private int totalAttempts() {
        int sum = 0;
        for (Document notice : surroundings.database().getCollection("notices").find()) {
            sum += notice.getInteger("attempts");
        }
        return sum;
    }
}
