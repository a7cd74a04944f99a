package io.dendrite.notification.ledger.kafka;

import io.dendrite.notification.Surroundings;

/** The contract on a Kafka inside this process. */
class EmbeddedListenerIT extends ListenerContract {

    @Override
    Surroundings surroundings() {
        return new Surroundings();
    }
}
