package io.dendrite.notification.delivery.application;

import io.dendrite.notification.delivery.model.Wishes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Hands each letter to the channel that its patient chose. */
@Component
class ChosenChannel implements Post {

    private final Map<Wishes.Channel, NoticeChannel> channels = new EnumMap<>(Wishes.Channel.class);

    private final DeliveryTrace trace;

    ChosenChannel(List<NoticeChannel> all, DeliveryTrace trace) {
        this.trace = trace;
        all.forEach(channel -> channels.put(channel.serves(), channel));
    }

    @Override
    public Outcome send(Letter letter) {
        NoticeChannel chosen = channels.get(letter.recipient().wishes().channel());
        return chosen == null
                ? new Refused("the clinic does not have the channel that the patient chose")
                : trace.handingOver(chosen, () -> chosen.send(letter));
    }
}
