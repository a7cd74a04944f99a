package io.dendrite.events;

/** A record on the topic that is not an event of this contract. Its message never quotes the data. */
public final class UnreadableEventException extends RuntimeException {

    public UnreadableEventException(String message) {
        super(message);
    }
}
