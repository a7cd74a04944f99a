package io.dendrite.events;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody opened an emergency override: the data of a site that their token does not cover, for a short time.
 *
 * @param grantId the override; each call under it is in the audit with this id
 * @param siteId the site that it opens
 * @param actor who opened it
 * @param openedAt when
 * @param expiresAt when it ends by itself
 */
public record BreakGlassOpenedV1(String grantId, String siteId, String actor, Instant openedAt, Instant expiresAt)
        implements BookingEvent {

    public BreakGlassOpenedV1 {
        Objects.requireNonNull(grantId, "grantId");
        Objects.requireNonNull(siteId, "siteId");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public String key() {
        return siteId;
    }
}
