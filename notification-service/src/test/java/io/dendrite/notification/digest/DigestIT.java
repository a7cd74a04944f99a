package io.dendrite.notification.digest;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.notification.MovedClock;
import io.dendrite.notification.Surroundings;
import io.dendrite.notification.delivery.mail.MailParts;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The evening's mail, from two instances that look at the same time. Riverside is in Los Angeles. */
class DigestIT {

    private static final String DESK = "desk@clinic.example";
    private static final Instant BEFORE_SIX = Instant.parse("2027-03-09T01:59:59Z");

    private Surroundings surroundings;
    private List<ConfigurableApplicationContext> services;

    @BeforeEach
    void start() {
        MovedClock.set(BEFORE_SIX);
        surroundings = new Surroundings();
        services = List.of(startService(), startService());
        surroundings.publish(message(confirmed(surroundings.patient("p", 1, "maria@example.org"), "b", 1)));
        await().until(() -> surroundings.database().getCollection("sites").countDocuments() == 1);
        surroundings.database().getCollection("site-settings").insertOne(Document.parse("""
                        {"_id":"riverside","version":{"$numberLong":"1"},"reminders":{},"civilHours":{"from":"08:00","to":"20:00"},
                         "texts":{"displayName":null,"signature":null,"extra":{}},
                         "digest":{"email":"desk@clinic.example","at":"18:00","language":"de"}}"""));
    }

    private ConfigurableApplicationContext startService() {
        return surroundings.startServiceWithMovedClock(
                "dendrite.digest.poll=100ms", "dendrite.digest.link=https://desk.clinic.example/day/{site}/{date}");
    }

    @AfterEach
    void stop() {
        services.forEach(ConfigurableApplicationContext::close);
        surroundings.close();
    }

    @Test
    void tellsTheFrontDeskOnceEachEveningAndNothingOfThePatients() throws Exception {
        MovedClock.pass(Duration.ofSeconds(1));
        MimeMessage mail = surroundings.awaitMailsTo(DESK, 1).get(0);

        assertThat(mail.getSubject()).isEqualTo("Morgen bei Riverside Clinic");
        assertThat(MailParts.of(mail).text("text/plain"))
                .contains("Dienstag, 9. März 2027", "https://desk.clinic.example/day/riverside/2027-03-09")
                .doesNotContain("Maria", "maria@", "March");
        assertThat(MailParts.of(mail).text("text/html"))
                .contains("https://desk.clinic.example/day/riverside/2027-03-09");

        // The mail server is away the next evening: told when it is back, and once.
        surroundings.smtp().stop();
        MovedClock.pass(Duration.ofDays(1));
        await().atMost(Duration.ofSeconds(30)).until(() -> "Unreachable".equals(outcome("riverside|2027-03-10")));
        surroundings.smtp().start();
        MovedClock.pass(Duration.ofMinutes(2));

        await().atMost(Duration.ofSeconds(30)).until(() -> "SENT".equals(outcome("riverside|2027-03-10")));
        assertThat(surroundings.mailsTo(DESK)).hasSize(1);
    }

    private String outcome(String day) {
        Document found = surroundings
                .database()
                .getCollection("digests")
                .find(new Document("_id", day))
                .first();
        return found == null ? "" : found.getString("outcome");
    }
}
