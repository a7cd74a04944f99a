package io.dendrite.gateway.quota.model;

import io.dendrite.gateway.start.model.StartRefusedException;
import java.time.Duration;

/**
 * How often something may be asked.
 *
 * @param name stands in the answers' headers
 * @param per whose calls are counted together
 * @param capacity how many calls may come at once
 * @param period the time in which a used-up capacity comes back, evenly
 */
public record Limit(String name, Per per, long capacity, Duration period) {

    /** Whose calls are counted together. */
    public enum Per {
        /** All from one address, before anybody looks at a token. */
        CLIENT,
        /** All of one token subject. */
        USER
    }

    /** A limit that can be kept. */
    public Limit {
        if (!name.matches("[a-z][a-z0-9-]*") || capacity < 1 || period.toMillis() < 1) {
            throw new StartRefusedException(
                    "dendrite.gateway.quota.limits." + name + " cannot be kept: capacity " + capacity + ", period "
                            + period + ".",
                    "Give it a name of small letters, a capacity of 1 or more, and a period of a millisecond or more.");
        }
    }
}
