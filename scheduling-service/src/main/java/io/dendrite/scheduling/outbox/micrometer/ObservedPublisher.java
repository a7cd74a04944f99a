package io.dendrite.scheduling.outbox.micrometer;

import io.dendrite.events.BookingEventTopic;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.application.EventPublisher;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.concurrent.CompletableFuture;

/** Publishes each event as a part of the trace of the request that caused it, and times how long that takes. */
public final class ObservedPublisher implements EventPublisher {

    private final EventPublisher publisher;
    private final ObservationRegistry observations;

    /** One that leaves the publishing to another. */
    public ObservedPublisher(EventPublisher publisher, ObservationRegistry observations) {
        this.publisher = publisher;
        this.observations = observations;
    }

    @Override
    public CompletableFuture<?> publish(OutboxEvent event) {
        ReceiverContext<OutboxEvent> context = new ReceiverContext<>(
                (carrier, header) -> header.equals(BookingEventTopic.HEADER_TRACEPARENT) ? carrier.traceparent() : null,
                Kind.CONSUMER);
        context.setCarrier(event);
        Observation publishing = Observation.start("dendrite.outbox.publish", () -> context, observations)
                .contextualName("outbox publish")
                .lowCardinalityKeyValue("type", event.type());
        return publishing.scoped(() -> publisher.publish(event).whenComplete((written, failure) -> {
            if (failure != null) {
                publishing.error(failure);
            }
            publishing.stop();
        }));
    }
}
