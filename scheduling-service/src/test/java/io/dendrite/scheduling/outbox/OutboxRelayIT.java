package io.dendrite.scheduling.outbox;

import static io.dendrite.scheduling.outbox.OutboxDocuments.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.scheduling.outbox.application.OutboxRelay;
import io.dendrite.testsupport.EmbeddedMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static EmbeddedMongo mongo;
    private static LocalKafka kafka;
    private final List<OutboxInstance> instances = new ArrayList<>();
    private OutboxDocuments documents;
    private TopicReader topic;

    @BeforeAll
    static void startServers() throws Exception {
        mongo = new EmbeddedMongo();
        kafka = new LocalKafka(LocalKafka.newDirectory()).start();
    }

    @AfterAll
    static void stopServers() {
        kafka.close();
        mongo.close();
    }

    @BeforeEach
    void start() {
        documents = new OutboxDocuments(mongo.connectionString(), "relay");
        documents.clear();
    }

    @AfterEach
    void stop() {
        topic.close();
        instances.forEach(OutboxInstance::close);
        documents.close();
    }

    @Test
    void publishesWhatItIsWokenForAndTakesItAway() {
        OutboxInstance instance = instance();
        Instant tooLateForTheSweep = Instant.parse("2199-01-01T00:00:00Z");
        documents.push("calendar", "booking", event("woken", 1, tooLateForTheSweep));

        instance.relay().wake("woken");

        await().atMost(PATIENCE).until(() -> topic.firstOccurrences("woken").contains("woken#1"));
        await().atMost(PATIENCE).until(() -> documents.waiting() == 0);
    }

    @Test
    void publishesOnItsWayOutWhatItWasWokenForAndCanBeStartedAgain() throws Exception {
        OutboxRelay relay = instance().relay();
        Instant tooLateForTheSweep = Instant.parse("2199-01-01T00:00:00Z");
        relay.stop();
        documents.push("calendar", "booking", event("again", 1, tooLateForTheSweep));
        relay.wake("again");
        relay.start();
        await().atMost(PATIENCE).until(() -> documents.waiting() == 0);

        documents.push("calendar", "booking", event("again", 2, tooLateForTheSweep));
        relay.wake("again");
        relay.stop();

        assertThat(documents.waiting()).isZero();
        await().atMost(PATIENCE).until(() -> topic.firstOccurrences("again").equals(ids("again", 1, 2)));
    }

    @Test
    void findsWhatACrashLeftBehind() {
        instance();
        documents.push("calendar", "booking", event("left", 1));
        documents.push("patients", "left", event("left", 2));

        await().atMost(PATIENCE).until(() -> topic.firstOccurrences("left").equals(ids("left", 1, 2)));
        await().atMost(PATIENCE).until(() -> documents.waiting() == 0);
    }

    @Test
    void twoInstancesKeepEachPatientsOrderOverAllDocuments() {
        for (int number = 1; number <= 20; number++) {
            for (int patient = 1; patient <= 20; patient++) {
                pushToOneOfFive("stored-" + patient, number);
            }
        }
        List<OutboxInstance> both = List.of(instance(), instance());
        for (int patient = 1; patient <= 20; patient++) {
            String id = "stored-" + patient;
            both.forEach(instance -> instance.relay().wake(id));
        }

        assertAllArriveInOrder("stored-", 20, 20);
    }

    @Test
    void keepsTheOrderOfEventsThatComeWhileItReads() {
        List<OutboxInstance> both = List.of(instance(), instance());
        CompletableFuture<?>[] writers = IntStream.rangeClosed(1, 4)
                .mapToObj(patient -> CompletableFuture.runAsync(() -> {
                    for (int number = 1; number <= 100; number++) {
                        pushToOneOfFive("busy-" + patient, number);
                        both.get(number % 2).relay().wake("busy-" + patient);
                    }
                }))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(writers).join();

        assertAllArriveInOrder("busy-", 4, 100);
    }

    private OutboxInstance instance() {
        OutboxInstance instance = new OutboxInstance(mongo.connectionString("relay"), kafka.bootstrapServers());
        instances.add(instance);
        if (topic == null) {
            topic = new TopicReader(kafka.bootstrapServers());
        }
        return instance;
    }

    private void pushToOneOfFive(String patient, int number) {
        String collection = number % 5 == 0 ? "patients" : "calendar";
        documents.push(collection, patient + "-" + number % 5, event(patient, number));
    }

    private void assertAllArriveInOrder(String prefix, int patients, int events) {
        await().atMost(PATIENCE).until(() -> documents.waiting() == 0);
        for (int patient = 1; patient <= patients; patient++) {
            String id = prefix + patient;
            await().atMost(PATIENCE).until(() -> topic.firstOccurrences(id).size() >= events);
            assertThat(topic.firstOccurrences(id)).isEqualTo(ids(id, 1, events));
        }
    }

    private static List<String> ids(String patient, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> patient + "#" + number)
                .toList();
    }
}
