package io.dendrite.notification.delivery.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the mail relay can take. How many connections there are at once is the number of senders.
 *
 * @param perSecond how many messages one instance sends a second
 * @param messagesPerConnection after how many messages a connection is given up
 * @param idle after how long without a message a connection is given up
 */
@ConfigurationProperties("dendrite.relay")
public record RelaySettings(
        @DefaultValue("20") int perSecond,
        @DefaultValue("100") int messagesPerConnection,
        @DefaultValue("20s") Duration idle) {

    public RelaySettings {
        if (perSecond < 1 || perSecond > 10_000) {
            throw new IllegalArgumentException("dendrite.relay.per-second must be from 1 to 10000");
        }
        if (messagesPerConnection < 1) {
            throw new IllegalArgumentException("dendrite.relay.messages-per-connection must be at least 1");
        }
    }
}
