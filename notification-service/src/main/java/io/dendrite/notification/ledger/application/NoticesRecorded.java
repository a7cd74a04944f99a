package io.dendrite.notification.ledger.application;

/** Told when new rows stand in the ledger, so that senders of this process need not wait for their next look. */
@FunctionalInterface
public interface NoticesRecorded {

    /** There is something new to send. */
    void noticesRecorded();
}
