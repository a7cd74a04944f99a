package io.dendrite.scheduling.outbox;

import com.mongodb.client.MongoDatabase;
import io.dendrite.events.BookingEventTopic;
import io.dendrite.scheduling.outbox.application.EventPublisher;
import io.dendrite.scheduling.outbox.application.OutboxRelay;
import io.dendrite.scheduling.outbox.application.OutboxStore;
import io.dendrite.scheduling.outbox.application.RelaySettings;
import io.dendrite.scheduling.outbox.kafka.KafkaEventPublisher;
import io.dendrite.scheduling.outbox.mongo.MongoOutbox;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaOperations;

/** Puts the relay together. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    @Bean
    OutboxStore outboxStore(MongoDatabase database) {
        return new MongoOutbox(database, List.of("calendar", "patients"));
    }

    @Bean
    EventPublisher eventPublisher(KafkaOperations<String, byte[]> kafka) {
        return new KafkaEventPublisher(kafka);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    OutboxRelay outboxRelay(OutboxStore store, EventPublisher publisher, Clock clock) {
        return new OutboxRelay(store, publisher, clock, RelaySettings.standard());
    }

    /** Created at start if it is not there; an existing one is left as it is. */
    @Bean
    NewTopic bookingEvents(@Value("${dendrite.kafka.replicas:1}") int replicas) {
        return TopicBuilder.name(BookingEventTopic.NAME)
                .partitions(BookingEventTopic.PARTITIONS)
                .replicas(replicas)
                .build();
    }
}
