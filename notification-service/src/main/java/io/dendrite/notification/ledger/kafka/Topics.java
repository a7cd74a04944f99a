package io.dendrite.notification.ledger.kafka;

import io.dendrite.events.BookingEventTopic;
import io.dendrite.events.NoticeEventTopic;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Creates the topics as soon as Kafka is there. Each service declares the one they share, since either may start first;
 * and each may start before Kafka, which is why this tries until it works instead of once at the start.
 */
@Configuration(proxyBeanMethods = false)
class Topics {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);

    private final KafkaAdmin admin;
    private volatile boolean created;

    Topics(KafkaAdmin admin) {
        this.admin = admin;
    }

    /** Tries until it has worked once. */
    @Scheduled(fixedDelayString = "${dendrite.events.topic-retry:5s}")
    void createOnce() {
        if (!created) {
            created = admin.initialize();
            if (!created) {
                log.warn("topics are not created yet: Kafka cannot be reached");
            }
        }
    }

    @Bean
    static NewTopic bookingEventsTopic(@Value("${dendrite.events.replicas}") int replicas) {
        return TopicBuilder.name(BookingEventTopic.NAME)
                .partitions(BookingEventTopic.PARTITIONS)
                .replicas(replicas)
                .build();
    }

    @Bean
    static NewTopic noticeEventsTopic(@Value("${dendrite.events.replicas}") int replicas) {
        return TopicBuilder.name(NoticeEventTopic.NAME)
                .partitions(NoticeEventTopic.PARTITIONS)
                .replicas(replicas)
                .build();
    }

    @Bean
    static NewTopic deadLettersTopic(@Value("${dendrite.events.replicas}") int replicas) {
        return TopicBuilder.name(DeadLetters.TOPIC)
                .partitions(BookingEventTopic.PARTITIONS)
                .replicas(replicas)
                .build();
    }
}
