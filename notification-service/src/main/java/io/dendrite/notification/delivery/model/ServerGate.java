package io.dendrite.notification.delivery.model;

import java.time.Instant;

/**
 * Whether the mail server is worth trying now. Once it cannot be reached, all senders stop asking it; after a short wait one
 * of them tries, and its success lets all go on. So an outage costs one attempt every few seconds however many notices
 * wait, and they leave as soon as it ends.
 */
public final class ServerGate {

    /** Whether one may try the server. */
    public enum Pass {
        /** The server is thought to be there. */
        FREE,
        /** It is thought to be away, and this one tries whether it still is. */
        PROBE,
        /** It is thought to be away; not now. */
        NONE
    }

    private final Backoff backoff;
    private int failures;
    private Instant reopens = Instant.EPOCH;
    private boolean probing;

    /** A gate that is open. */
    public ServerGate(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Asks to pass. Who got a pass gives it back by {@link #leave}, whatever came of it. */
    public synchronized Pass enter(Instant now) {
        if (failures == 0) {
            return Pass.FREE;
        }
        if (probing || now.isBefore(reopens)) {
            return Pass.NONE;
        }
        probing = true;
        return Pass.PROBE;
    }

    /** The server could not be reached. */
    public synchronized void unreachable(Pass pass, Instant now) {
        if (pass == Pass.FREE && failures > 0) {
            // A straggler of the same outage: it was under way when the gate closed.
            return;
        }
        failures++;
        reopens = now.plus(backoff.after(failures));
    }

    /**
     * The server answered, whatever it said.
     *
     * @return whether the gate was closed
     */
    public synchronized boolean reachable() {
        boolean wasClosed = failures > 0;
        failures = 0;
        return wasClosed;
    }

    /** Gives a pass back. */
    public synchronized void leave(Pass pass) {
        if (pass == Pass.PROBE) {
            probing = false;
        }
    }
}
