package io.dendrite.localstack.chaos;

import io.dendrite.localstack.child.ChildJvm;
import io.dendrite.localstack.stack.StackFailure;
import java.time.Duration;

/**
 * A process of the stack that can be harmed.
 *
 * @param process what is killed, paused and started
 * @param readiness returns whether it serves again
 */
record Part(ChildJvm process, Readiness readiness) {

    private static final Duration COMEBACK = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** Whether a part serves. */
    @FunctionalInterface
    interface Readiness {
        boolean serves();
    }

    String name() {
        return process.name();
    }

    /** Asks it to end, as a deployment does. */
    void stop() {
        process.stop(PATIENCE);
    }

    /**
     * Starts it, unless it runs, and returns when it serves. One that ends while it starts is started again, as whatever
     * supervises it does: what it needs may be harmed too.
     *
     * @throws StackFailure if it does not within two minutes
     */
    void start() {
        long end = System.nanoTime() + COMEBACK.toNanos();
        process.start();
        while (!readiness.serves()) {
            if (System.nanoTime() > end) {
                throw new StackFailure(name() + " does not come back: see " + process.log() + ".");
            }
            if (process.endsWithin(BETWEEN_LOOKS)) {
                process.start();
            }
        }
    }
}
