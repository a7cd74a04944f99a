package io.dendrite.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A mail server reported for good that a patient's address takes no mail (RFC 3464, 2.3.3: failed). Nothing goes there any
 * more until the address is another one; the front desk has to call.
 *
 * @param patientId whose address it is
 * @param addressVersion the version of the contact since which the address was the one that failed
 * @param at when that was learnt, UTC
 */
public record ContactBouncedV1(String patientId, long addressVersion, Instant at) {

    public ContactBouncedV1 {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(at, "at");
    }

    /** The record key on Kafka. */
    public String key() {
        return patientId;
    }
}
