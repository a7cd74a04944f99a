package io.dendrite.gateway.connection.netty;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a connection may take.
 *
 * @param total how many may be open
 * @param perClient how many of one client may be open; trusted proxies speak for many and are not counted
 * @param headTimeout how long the request line and the headers may take
 * @param requestTimeout how long all of a request may take, even one that is refused already
 */
@ConfigurationProperties("dendrite.gateway.connections")
record ConnectionSettings(
        @DefaultValue("8000") int total,
        @DefaultValue("1000") int perClient,
        @DefaultValue("10s") Duration headTimeout,
        @DefaultValue("30s") Duration requestTimeout) {}
