package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.notification.ledger.model.NoticeId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Ten thousand reminders that have come due while nobody sent them. */
class CatchUpIT {

    private static final int ROWS = 10_000;
    private static final int SENDERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Test
    void sendsThemAllOnceByFewConnectionsAndLetsWhatIsNewPass() throws Exception {
        try (Surroundings surroundings = new Surroundings();
                CuttableLine relay =
                        new CuttableLine(surroundings.smtp().getSmtp().getPort())) {
            ConfigurableApplicationContext service = start(surroundings, relay, 1000);
            try {
                surroundings.publish(
                        message(confirmed(surroundings.patient("many", 1, "many@example.org"), "first", 1)));
                surroundings.awaitNotice("first", "SENT");
                backlog(surroundings, surroundings.notices("first").get(0));
                await().atMost(PATIENCE).until(() -> sent(surroundings) > 500);

                surroundings.publish(
                        message(confirmed(surroundings.patient("new", 1, "new@example.org"), "urgent", 1)));
                surroundings.awaitNotice("urgent", "SENT");
                long before = sent(surroundings);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> sent(surroundings) == ROWS + 2);

                assertThat(before).isLessThan(ROWS);
                assertThat(surroundings.mails().stream().map(CatchUpIT::id))
                        .hasSize(ROWS + 2)
                        .doesNotHaveDuplicates();
                // A hundred messages go over one connection, and no more of them are open than there are senders.
                assertThat(relay.connections()).isBetween(ROWS / 100, ROWS / 100 + 4 * SENDERS);
                assertThat(relay.mostAtOnce()).isLessThanOrEqualTo(SENDERS);
            } finally {
                service.close();
            }
        }
    }

    @Test
    void keepsToThePaceOfTheRelay() {
        try (Surroundings surroundings = new Surroundings();
                CuttableLine relay =
                        new CuttableLine(surroundings.smtp().getSmtp().getPort())) {
            ConfigurableApplicationContext service = start(surroundings, relay, 10);
            long started = System.nanoTime();
            for (int i = 0; i < 60; i++) {
                surroundings.publish(
                        message(confirmed(surroundings.patient("paced", 1, "paced@example.org"), "paced-" + i, 1)));
            }
            try {
                surroundings.awaitMailsTo("paced@example.org", 60);
                // Ten may go at once, and ten a second after that.
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofSeconds(4));
            } finally {
                service.close();
            }
        }
    }

    private static long sent(Surroundings surroundings) {
        return surroundings.database().getCollection("notices").countDocuments(new Document("status", "SENT"));
    }

    private static ConfigurableApplicationContext start(Surroundings surroundings, CuttableLine relay, int perSecond) {
        return surroundings.startService(
                "spring.mail.port=" + relay.port(),
                "dendrite.delivery.senders=" + SENDERS,
                "dendrite.relay.per-second=" + perSecond);
    }

    private static void backlog(Surroundings surroundings, Document sample) {
        Date past = Date.from(Instant.now().minusSeconds(3600));
        List<Document> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(new Document(sample)
                    .append("_id", NoticeId.hash(UUID.randomUUID().toString()))
                    .append("kind", "APPOINTMENT_REMINDER")
                    .append("status", "PENDING")
                    .append("attempts", 0)
                    .append("dueAt", past)
                    .append("claimableAt", past));
        }
        rows.forEach(row -> row.keySet().removeAll(List.of("sentAt", "messageId", "lastError")));
        surroundings.database().getCollection("notices").insertMany(rows);
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
