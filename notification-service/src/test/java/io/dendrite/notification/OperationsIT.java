package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.encryption.Purpose;
import io.dendrite.events.BookingEventJson;
import io.dendrite.events.BookingEventTopic;
import io.dendrite.events.BookingEventType;
import io.dendrite.notification.ledger.kafka.ReplayDeadLetters;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What operators see and do. */
class OperationsIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private static Surroundings surroundings;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
        service =
                surroundings.startService("dendrite.notices.backlog-poll=100ms", "dendrite.delivery.degraded-after=1s");
    }

    @AfterAll
    static void stop() {
        service.close();
        surroundings.close();
    }

    @Test
    void callsItselfDegradedWhileNoticesAreLateAndStaysReady() throws Exception {
        assertThat(health("")).contains("\"status\":\"UP\"");
        surroundings.smtp().stop();
        surroundings.publish(message(confirmed(surroundings.patient("late", 1, "late@example.org"), "late", 1)));

        await().atMost(SOON)
                .until(() -> health("").startsWith("200") && health("").contains("\"status\":\"DEGRADED\""));
        assertThat(gauge("dendrite.notices.due")).isGreaterThanOrEqualTo(1);
        assertThat(gauge("dendrite.notices.oldest.due.age")).isPositive();
        assertThat(health("/readiness")).startsWith("200").contains("UP");
        assertThat(health("/liveness")).startsWith("200").contains("UP");

        surroundings.smtp().start();
        surroundings.awaitMailsTo("late@example.org", 1);
        await().atMost(SOON).until(() -> health("").contains("\"status\":\"UP\""));
        assertThat(gauge("dendrite.notices.waiting")).isGreaterThanOrEqualTo(2);
        assertThat(meters().counter("dendrite.notices.settled", "outcome", "sent", "reason", "none")
                        .count())
                .isPositive();
        assertThat(meters().counter("dendrite.notices.settled", "outcome", "deferred", "reason", "unreachable")
                        .count())
                .isPositive();
        assertThat(meters().timer("dendrite.notices.delay").count()).isPositive();
    }

    /** As it stands there when a defect, since mended, kept it from being recorded. */
    @Test
    void putsWhatWasSetAsideBackAndMailsItOnce() {
        String whole = BookingEventJson.write(
                confirmed(surroundings.patient("replayed", 1, "replayed@example.org"), "replayed", 1));
        ProducerRecord<byte[], byte[]> event = message(
                "replayed-event",
                BookingEventType.BOOKING_CONFIRMED_V1.ceType(),
                "replayed",
                whole.getBytes(StandardCharsets.UTF_8));
        ProducerRecord<byte[], byte[]> setAside = new ProducerRecord<>(
                BookingEventTopic.NAME + ".dlt",
                event.key(),
                surroundings.seals().sharedSeal().seal(Purpose.DEAD_LETTERS, event.value()));
        event.headers().forEach(setAside.headers()::add);
        setAside.headers()
                .add("dendrite-sealed-with", Purpose.DEAD_LETTERS.keyName().getBytes(StandardCharsets.UTF_8))
                .add("kafka_dlt-exception-message", "a defect".getBytes(StandardCharsets.UTF_8));
        surroundings.publish(setAside);
        surroundings.publish(setAside);
        String[] settings = {
            "--spring.mongodb.uri=" + surroundings.mongoAddress(),
            "--spring.kafka.bootstrap-servers=" + surroundings.kafkaAddress(),
            "--dendrite.encryption.master-key=" + surroundings.seals().masterKey()
        };

        assertThat(ReplayDeadLetters.run(plus(settings, "--dry-run"))).isEqualTo(2);
        assertThat(ReplayDeadLetters.run(settings)).isEqualTo(2);
        assertThat(ReplayDeadLetters.run(settings)).isZero();

        surroundings.awaitNotice("replayed", "SENT");
        assertThat(surroundings.mailsTo("replayed@example.org")).hasSize(1);
    }

    private static String[] plus(String[] settings, String more) {
        String[] all = java.util.Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = more;
        return all;
    }

    private static double gauge(String name) {
        return meters().get(name).gauge().value();
    }

    private static MeterRegistry meters() {
        return service.getBean(MeterRegistry.class);
    }

    private static String health(String path) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                        + service.getEnvironment().getRequiredProperty("local.server.port")
                                        + "/actuator/health" + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
