package io.dendrite.stop;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;

/** Has a servlet service leave in order: told first, then quiet, then the web server's own graceful shutdown. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class StopConfiguration {

    /** The header that says so; the gateway asks other instances then. */
    public static final String HEADER = "Dendrite-Leaving";

    private static final Logger log = LoggerFactory.getLogger(StopConfiguration.class);

    @Bean
    Farewell farewell() {
        return new Farewell();
    }

    @Bean
    FarewellFilter farewellFilter(Farewell farewell) {
        return new FarewellFilter(farewell);
    }

    @Bean
    SmartLifecycle leaving(
            Farewell farewell,
            ApplicationContext context,
            @Value("${dendrite.stop.quiet:300ms}") Duration quiet,
            @Value("${dendrite.stop.at-most:3s}") Duration atMost) {
        return new SmartLifecycle() {
            private volatile boolean running;

            /** The first time it is Boot that says when requests may come; after a stop nobody else does. */
            @Override
            public void start() {
                if (farewell.hasBegun()) {
                    farewell.takeBack();
                    AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
                }
                running = true;
            }

            /** Of the highest phase, so that it comes before everything else stops. */
            @Override
            public void stop() {
                running = false;
                AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
                try {
                    farewell.sayAndAwaitQuiet(quiet, atMost);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                log.info("Leaving: requests go elsewhere");
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
