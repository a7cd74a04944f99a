package io.dendrite.scheduling.breakglass.model;

import java.time.Duration;
import java.time.Instant;

/**
 * An open override (45 CFR 164.312(a)(2)(ii), emergency access procedure).
 *
 * @param id its id; calls name it
 * @param siteId the site that it opens
 * @param actor the only one whom it helps
 * @param openedAt when it was opened
 * @param expiresAt when it ends by itself
 */
public record Grant(String id, String siteId, String actor, Instant openedAt, Instant expiresAt) {

    /** A new one that lasts for some time. */
    public static Grant of(String id, String siteId, String actor, Instant now, Duration lasts) {
        return new Grant(id, siteId, actor, now, now.plus(lasts));
    }

    /** Whether it helps the actor now. */
    public boolean helps(String who, Instant now) {
        return actor.equals(who) && now.isBefore(expiresAt);
    }
}
