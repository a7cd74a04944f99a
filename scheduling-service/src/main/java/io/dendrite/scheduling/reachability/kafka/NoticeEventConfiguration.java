package io.dendrite.scheduling.reachability.kafka;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** How notice events are consumed: one after the other, and none given up while the database is away. */
@Configuration(proxyBeanMethods = false)
class NoticeEventConfiguration {

    private static final long FIRST_WAIT = 500;
    private static final long LONGEST_WAIT = 5_000;

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> noticeEvents(KafkaProperties properties) {
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(properties.buildConsumerProperties()));
        factory.getContainerProperties().setAckMode(ContainerProperties.AckMode.RECORD);
        factory.getContainerProperties().setMissingTopicsFatal(false);
        ExponentialBackOff patient = new ExponentialBackOff(FIRST_WAIT, 2);
        patient.setMaxInterval(LONGEST_WAIT);
        factory.setCommonErrorHandler(new DefaultErrorHandler(patient));
        return factory;
    }
}
