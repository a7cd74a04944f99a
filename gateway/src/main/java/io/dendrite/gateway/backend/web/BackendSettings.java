package io.dendrite.gateway.backend.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is behind the gateway and when it counts as broken.
 *
 * @param backends base addresses of the instances of each back end, by the name that routes use
 * @param restAfterRefusal how long an instance that refused a connection is asked last
 * @param restAfterFarewell how long an instance that said it is about to stop is asked last
 * @param answerTimeout how long an answer may stall once it has begun
 * @param breaker when an instance is left alone
 */
@ConfigurationProperties("dendrite.gateway")
record BackendSettings(
        Map<String, List<URI>> backends,
        @DefaultValue("3s") Duration restAfterRefusal,
        @DefaultValue("10s") Duration restAfterFarewell,
        @DefaultValue("10s") Duration answerTimeout,
        @DefaultValue Breaker breaker) {

    /**
     * When an instance is left alone.
     *
     * @param window how many of the last calls are looked at
     * @param minimumCalls how many calls there must have been
     * @param failureRate per cent of failed calls that open the circuit
     * @param openTime how long the instance is then left alone
     * @param trialCalls how many calls then decide whether it is well again
     */
    record Breaker(
            @DefaultValue("20") int window,
            @DefaultValue("10") int minimumCalls,
            @DefaultValue("50") float failureRate,
            @DefaultValue("5s") Duration openTime,
            @DefaultValue("3") int trialCalls) {}
}
