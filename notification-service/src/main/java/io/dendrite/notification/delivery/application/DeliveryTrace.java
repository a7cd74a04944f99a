package io.dendrite.notification.delivery.application;

import io.dendrite.notification.ledger.model.NoticeContent;
import java.util.function.Supplier;

/** Shows deliveries as parts of the traces of the requests that caused them. */
public interface DeliveryTrace {

    /** Does this as a part of the trace that the notice's event came with. */
    void delivering(NoticeContent notice, Runnable delivery);

    /** Hands something over to another system, as a part of the delivery. */
    Post.Outcome handingOver(NoticeChannel channel, Supplier<Post.Outcome> handOver);
}
