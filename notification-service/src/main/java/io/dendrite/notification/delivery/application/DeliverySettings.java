package io.dendrite.notification.delivery.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are delivered. See {@code application.yml} for what each default is good for.
 *
 * @param senders how many notices one instance sends at the same time
 * @param poll how often an idle sender looks for due notices
 * @param lease for how long a taken notice is nobody else's; three quarters of it must outlast the slowest conversation
 *     with the mail server
 * @param giveUpAfter how long after it was recorded a notice is tried
 * @param shutdown how long a stopping instance lets sends in progress finish
 * @param degradedAfter for how long a notice may be due before the service calls itself DEGRADED
 * @param backoff the waits of one notice after a temporary refusal
 * @param server the waits of all notices while the mail server is unreachable
 */
@ConfigurationProperties("dendrite.delivery")
public record DeliverySettings(
        @DefaultValue("4") int senders,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("72h") Duration giveUpAfter,
        @DefaultValue("30s") Duration shutdown,
        @DefaultValue("5m") Duration degradedAfter,
        Waits backoff,
        Waits server) {

    public DeliverySettings {
        if (senders < 1 || senders > 64) {
            throw new IllegalArgumentException("dendrite.delivery.senders must be from 1 to 64");
        }
    }

    /**
     * Growing waits.
     *
     * @param initial the first
     * @param factor by how much each grows over the one before
     * @param cap the longest
     */
    public record Waits(Duration initial, @DefaultValue("2") double factor, Duration cap) {}
}
