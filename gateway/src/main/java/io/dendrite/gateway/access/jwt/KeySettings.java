package io.dendrite.gateway.access.jwt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the issuer's public keys are kept.
 *
 * @param fresh how long they are used without asking again, so that a withdrawn key ends
 * @param tolerated how long they are used when the issuer does not answer
 * @param timeout how long the issuer may take to answer
 * @param fetchesPerMinute how often the issuer is asked at most, whatever key ids tokens make up
 */
@ConfigurationProperties("dendrite.gateway.keys")
record KeySettings(
        @DefaultValue("5m") Duration fresh,
        @DefaultValue("1h") Duration tolerated,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("12") int fetchesPerMinute) {}
