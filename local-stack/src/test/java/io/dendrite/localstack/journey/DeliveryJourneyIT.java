package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What Kafka delivers again, and what it delivers that is no event. */
class DeliveryJourneyIT extends Journey {

    @Test
    void anEventThatIsDeliveredFiveTimesMakesOneMail() throws Exception {
        SmallClinic clinic = SmallClinic.with(office(), 2, 2);
        FrontDesk.Patient patient = desk().newPatient();
        String booking = desk().book(patient, clinic, "2027-03-08T09:00").id();
        mails().to(patient.email(), 1);
        ConsumerRecord<String, byte[]> published = Topic.recordsOf(stack()).stream()
                .filter(record -> Topic.header(record, "ce_subject").equals(booking))
                .findFirst()
                .orElseThrow();

        for (int delivery = 0; delivery < 4; delivery++) {
            send(new ProducerRecord<>(
                    published.topic(), null, published.key(), published.value(), published.headers()));
        }
        // A later event of the same patient comes after the repetitions on the same partition.
        desk().cancel(booking + ".1");

        List<String> methods = mails().to(patient.email(), 2).stream()
                .map(mail -> Mails.calendars(mail).get(0).method())
                .toList();
        assertThat(methods).containsExactlyInAnyOrder("REQUEST", "CANCEL");
    }

    @Test
    void aMessageThatCannotBeReadDoesNotStopItsPartition() throws Exception {
        SmallClinic clinic = SmallClinic.with(office(), 2, 2);
        FrontDesk.Patient patient = desk().newPatient();
        byte[] nonsense = "{\"no\": event".getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> poison = new ProducerRecord<>(Topic.NAME, patient.id(), nonsense);
        poison.headers().add("ce_id", ("poison-" + patient.id()).getBytes(StandardCharsets.UTF_8));
        poison.headers().add("ce_type", "io.dendrite.booking.confirmed.v1".getBytes(StandardCharsets.UTF_8));
        send(poison);

        desk().book(patient, clinic, "2027-03-08T09:00");

        mails().to(patient.email(), 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Topic.recordsOf(stack(), Topic.NAME + ".dlt").stream()
                        .anyMatch(record -> Topic.header(record, "ce_id").equals("poison-" + patient.id())));
    }

    private static void send(ProducerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack().kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }
}
