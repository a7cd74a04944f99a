package io.dendrite.gateway.backend.web;

import java.time.Clock;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the calls to the back ends share. */
@Configuration(proxyBeanMethods = false)
class BackendConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The framework limits the time until an answer begins; this limits how long a begun answer may stall. */
    @Bean
    HttpClientCustomizer stalledAnswers(BackendSettings settings) {
        return client -> client.responseTimeout(settings.answerTimeout());
    }
}
