package io.dendrite.scheduling.idempotency.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key.
 *
 * @param id hash of the operation and the key
 * @param fingerprint hash of the request, so that another request under the same key is noticed
 * @param entityId the id for the new entity, chosen at the first attempt and kept for all later ones
 * @param attempt which attempt works on it, or did
 * @param attempts how many attempts there were
 * @param leaseUntil when the attempt counts as dead
 * @param expires when the key is forgotten
 * @param answer the answer, once there is one
 */
public record KeyedRequest(
        String id,
        String fingerprint,
        String entityId,
        String attempt,
        int attempts,
        Instant leaseUntil,
        Instant expires,
        @Nullable StoredAnswer answer) {}
