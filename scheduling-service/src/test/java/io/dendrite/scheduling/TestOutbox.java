package io.dendrite.scheduling;

import io.dendrite.scheduling.outbox.OutboxWake;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Stands in for the relay where the service has none; gives way to any real one, since it is an auto-configuration. */
@AutoConfiguration
public class TestOutbox {

    @Bean
    @ConditionalOnMissingBean
    OutboxWake outboxWake() {
        return patientId -> {};
    }
}
