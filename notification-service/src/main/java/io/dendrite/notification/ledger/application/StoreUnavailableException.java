package io.dendrite.notification.ledger.application;

/** The store cannot be reached now; the same call may work later. */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(Throwable cause) {
        super("the store cannot be reached", cause);
    }
}
