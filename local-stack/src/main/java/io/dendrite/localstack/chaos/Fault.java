package io.dendrite.localstack.chaos;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One harm to one part.
 *
 * @param kind what is done
 * @param part to which part, by its place in the list of parts
 * @param lasts until it is made good
 * @param then how long everything is left in peace afterwards
 */
record Fault(Kind kind, int part, Duration lasts, Duration then) {

    /** What can be done to a process. */
    enum Kind {
        /** Signal 9: it is gone with what it had in hand. */
        KILL,
        /** SIGSTOP: it keeps its connections and answers nobody. */
        PAUSE,
        /** SIGTERM: it may finish what it has. */
        RESTART
    }

    private static final List<Kind> KINDS = List.of(Kind.values());

    /** The next one of the row that a seed begins. */
    static Fault next(SplittableRandom chance, int parts) {
        Kind kind = KINDS.get(chance.nextInt(KINDS.size()));
        Duration lasts = Duration.ofMillis(kind == Kind.PAUSE ? chance.nextInt(1000, 7000) : chance.nextInt(0, 3000));
        return new Fault(kind, chance.nextInt(parts), lasts, Duration.ofMillis(chance.nextInt(1000, 5000)));
    }
}
