package io.dendrite.scheduling.calendar.application;

/** Another entry holds one of the claims: somebody was faster. */
public final class ClaimTakenException extends RuntimeException {

    public ClaimTakenException() {
        super("another entry holds one of the claims", null, false, false);
    }
}
