package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.cancelled;
import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static io.dendrite.notification.SampleEvents.patient;
import static io.dendrite.notification.SampleEvents.rescheduled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.events.PatientContact;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** From an event on Kafka to a mail at the server. */
class EventToMailIT {

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
    void mailsConfirmationMoveAndCancellation() throws Exception {
        PatientContact patient = patient("patient-story", 1, "story@example.org");

        surroundings.producer().send(message(confirmed(patient, "story", 1))).get();
        List<MimeMessage> first = awaitMailsTo("story@example.org", 1);
        surroundings.producer().send(message(rescheduled(patient, "story", 1))).get();
        awaitMailsTo("story@example.org", 2);
        surroundings.producer().send(message(cancelled(patient, "story", 2))).get();
        List<MimeMessage> all = awaitMailsTo("story@example.org", 3);

        assertThat(first.get(0).getSubject()).isEqualTo("Your appointment at Riverside Clinic is confirmed");
        assertThat(all.get(1).getSubject()).isEqualTo("Your appointment at Riverside Clinic has a new time");
        assertThat(all.get(2).getSubject()).isEqualTo("Your appointment at Riverside Clinic is cancelled");
        all.get(1).writeTo(System.out);
    }

    private static List<MimeMessage> awaitMailsTo(String address, int count) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> surroundings.mails().stream()
                                .filter(mail -> recipient(mail).equals(address))
                                .toList(),
                        found -> found.size() >= count);
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
