package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Several instances share the work and do none of it twice. */
class TwoInstancesIT {

    private static final int EVENTS = 200;

    @Test
    void mailEachOfManyNoticesExactlyOnce() throws MessagingException {
        try (Surroundings surroundings = new Surroundings();
                ConfigurableApplicationContext one = surroundings.startService();
                ConfigurableApplicationContext other = surroundings.startService()) {
            for (int i = 0; i < EVENTS; i++) {
                surroundings.publish(message(
                        "e" + i, confirmed(surroundings.patient("p" + i, 1, "p" + i + "@example.org"), "b" + i, 1)));
            }

            await().atMost(Duration.ofSeconds(90))
                    .until(() -> surroundings
                                    .database()
                                    .getCollection("notices")
                                    .countDocuments(new Document("status", "SENT"))
                            == EVENTS);

            Set<String> ids = new HashSet<>();
            for (MimeMessage mail : surroundings.mails()) {
                ids.add(mail.getMessageID());
            }
            assertThat(surroundings.mails()).hasSize(EVENTS);
            assertThat(ids).hasSize(EVENTS);
            assertThat(one.isActive() && other.isActive()).isTrue();
        }
    }
}
