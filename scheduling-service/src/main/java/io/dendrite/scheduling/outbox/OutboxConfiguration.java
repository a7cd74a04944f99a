package io.dendrite.scheduling.outbox;

import com.mongodb.client.MongoDatabase;
import io.dendrite.events.BookingEventTopic;
import io.dendrite.scheduling.outbox.application.EventPublisher;
import io.dendrite.scheduling.outbox.application.OutboxRelay;
import io.dendrite.scheduling.outbox.application.OutboxStore;
import io.dendrite.scheduling.outbox.application.RelaySettings;
import io.dendrite.scheduling.outbox.kafka.BookingTopic;
import io.dendrite.scheduling.outbox.kafka.KafkaEventPublisher;
import io.dendrite.scheduling.outbox.micrometer.ObservedPublisher;
import io.dendrite.scheduling.outbox.mongo.MongoOutbox;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.ProducerListener;

/** Puts the relay together. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    private static final int PRODUCER_CLOSE_SECONDS = 2;

    @Bean
    OutboxStore outboxStore(MongoDatabase database) {
        return new MongoOutbox(database, List.of("calendar", "patients", "break_glass"));
    }

    @Bean
    EventPublisher eventPublisher(
            KafkaOperations<String, byte[]> kafka, KafkaAdmin admin, ObservationRegistry observations) {
        return new ObservedPublisher(new KafkaEventPublisher(kafka, new BookingTopic(admin)), observations);
    }

    @Bean(destroyMethod = "")
    OutboxRelay outboxRelay(OutboxStore store, EventPublisher publisher, Clock clock) {
        return new OutboxRelay(store, publisher, clock, RelaySettings.standard());
    }

    /** Starts when all beans are there, for the relay's thread asks for the topic's; stops after the last request is answered. */
    @Bean
    SmartLifecycle relayLifecycle(OutboxRelay relay) {
        return new RelayLifecycle(relay);
    }

    /** Created as soon as Kafka is there, if it is not there yet; an existing one is left as it is. */
    @Bean
    NewTopic bookingEvents(@Value("${dendrite.kafka.replicas:1}") int replicas) {
        return TopicBuilder.name(BookingEventTopic.NAME)
                .partitions(BookingEventTopic.PARTITIONS)
                .replicas(replicas)
                .build();
    }

    /** The one that Boot would choose logs the data of each failed event, which holds a patient's contact. */
    @Bean
    ProducerListener<Object, Object> silentProducerListener() {
        return new ProducerListener<>() {};
    }

    /** What is unsent at the end stays in the outbox, so that a stop need not wait for a Kafka that is away. */
    @Bean
    DefaultKafkaProducerFactoryCustomizer quickProducerClose() {
        return factory -> factory.setPhysicalCloseTimeout(PRODUCER_CLOSE_SECONDS);
    }
}
