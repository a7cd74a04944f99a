package io.dendrite.notification.delivery.micrometer;

import io.dendrite.events.BookingEventTopic;
import io.dendrite.notification.delivery.application.DeliveryTrace;
import io.dendrite.notification.delivery.application.NoticeChannel;
import io.dendrite.notification.delivery.application.Post;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Spans and timers of deliveries. They tell kinds and channels, never whom. */
@Component
class ObservedDelivery implements DeliveryTrace {

    private final ObservationRegistry observations;

    ObservedDelivery(ObservationRegistry observations) {
        this.observations = observations;
    }

    @Override
    public void delivering(NoticeContent notice, Runnable delivery) {
        ReceiverContext<NoticeContent> context = new ReceiverContext<>(
                (carrier, header) -> header.equals(BookingEventTopic.HEADER_TRACEPARENT) ? carrier.traceparent() : null,
                Kind.CONSUMER);
        context.setCarrier(notice);
        Observation.createNotStarted("dendrite.notices.delivery", () -> context, observations)
                .contextualName("notice deliver")
                .lowCardinalityKeyValue("kind", word(notice.kind()))
                .observe(delivery);
    }

    @Override
    public Post.Outcome handingOver(NoticeChannel channel, Supplier<Post.Outcome> handOver) {
        SenderContext<Object> context = new SenderContext<>((carrier, key, value) -> {}, Kind.CLIENT);
        String way = word(channel.serves());
        context.setRemoteServiceName(way);
        Observation sending = Observation.createNotStarted("dendrite.notices.handover", () -> context, observations)
                .contextualName(way + " send")
                .lowCardinalityKeyValue("channel", way)
                .lowCardinalityKeyValue("outcome", "broken");
        return sending.observe(() -> {
            Post.Outcome outcome = handOver.get();
            sending.lowCardinalityKeyValue(
                    "outcome", outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            return outcome;
        });
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
