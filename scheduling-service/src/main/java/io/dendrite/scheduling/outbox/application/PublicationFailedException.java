package io.dendrite.scheduling.outbox.application;

/** At least one event could not be published, or it is not known whether it was. */
final class PublicationFailedException extends Exception {

    PublicationFailedException(Throwable cause) {
        super(cause);
    }
}
