package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;

/** What happens to the rest while one mail is on its way. */
class SlowMailServerIT {

    private ToldMailServer server;
    private Surroundings surroundings;
    private ConfigurableApplicationContext service;

    @BeforeEach
    void start() {
        server = new ToldMailServer();
        surroundings = new Surroundings();
    }

    @AfterEach
    void stop() {
        server.close();
        service.close();
        surroundings.close();
    }

    @Test
    void doesNotHoldUpTheOthersBehindASlowOne() {
        startService();
        publish("slow");
        await().atMost(Duration.ofSeconds(30)).until(() -> server.tries("slow") == 1);

        publish("quick");

        surroundings.awaitNotice("quick", "SENT");
        assertThat(server.accepted()).containsExactly("quick");
    }

    @Test
    void finishesWhatItHasInHandWhenItIsToldToStop() {
        startService();
        publish("slow");
        await().atMost(Duration.ofSeconds(30)).until(() -> server.tries("slow") == 1);

        Lifecycle senders = service.getBean("senders", Lifecycle.class);
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(service::close);
        await().atMost(Duration.ofSeconds(8)).until(() -> !senders.isRunning());
        publish("too-late");
        server.letSlowPass();
        stopping.join();

        assertThat(surroundings.awaitNotice("slow", "SENT").getInteger("attempts"))
                .isEqualTo(1);
        assertThat(server.accepted()).containsExactly("slow");
    }

    @Test
    void sendsOnceThoughTheStoreIsAwayFromTheAcceptanceUntilTheLeaseHasRunOut() {
        startService("dendrite.delivery.lease=4s", "dendrite.mongodb.timeout=1s");
        server.beforeAccepting(() -> surroundings.lineToMongo().cut());
        publish("unrecorded");
        await().atMost(Duration.ofSeconds(30)).until(() -> server.accepted().size() == 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> leaseEnd("unrecorded").isBefore(Instant.now()));

        surroundings.lineToMongo().mend();

        assertThat(surroundings.awaitNotice("unrecorded", "SENT").getInteger("attempts"))
                .isEqualTo(1);
        assertThat(server.accepted()).containsExactly("unrecorded");
    }

    private void startService(String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "spring.mail.port=" + server.port();
        service = surroundings.startService(all);
    }

    private void publish(String name) {
        surroundings.publish(message(confirmed(surroundings.patient(name, 1, name + "@example.org"), name, 1)));
    }

    private Instant leaseEnd(String bookingId) {
        Document notice = surroundings.notices(bookingId).get(0);
        return notice.getDate("claimableAt").toInstant();
    }
}
