package io.dendrite.notification.delivery.application;

import io.dendrite.notification.delivery.model.Backoff;
import io.dendrite.notification.delivery.model.ServerGate;
import io.dendrite.notification.ledger.application.NoticeQueue;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the senders together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

    @Bean
    Senders senders(
            NoticeQueue queue,
            PrepareLetter prepare,
            Post post,
            WakeUp wakeUp,
            Pace pace,
            Deliveries deliveries,
            DeliveryTrace trace,
            DeliverySettings settings,
            Clock clock) {
        Backoff unreachable = backoff(settings.server());
        RetryPolicy retries = new RetryPolicy(backoff(settings.backoff()), unreachable, settings.giveUpAfter());
        Patience patience = new Patience();
        SettleNotice settle = new SettleNotice(queue, retries, patience, wakeUp, deliveries, clock);
        // A name of its own for each start: a restarted instance must not pass for the one that held a lease.
        String owner = UUID.randomUUID().toString();
        DeliverNext deliverNext = new DeliverNext(
                queue, prepare, post, new ServerGate(unreachable), settle, trace, settings.lease(), clock, owner);
        return new Senders(deliverNext, wakeUp, patience, pace, settings);
    }

    private static Backoff backoff(DeliverySettings.Waits waits) {
        return new Backoff(
                waits.initial(),
                waits.factor(),
                waits.cap(),
                () -> ThreadLocalRandom.current().nextDouble());
    }
}
