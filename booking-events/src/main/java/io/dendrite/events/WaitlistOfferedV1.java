package io.dendrite.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A place that became free was offered to a patient who waits for one. It is held until the deadline; what becomes of it is
 * told by a confirmed booking, or not at all.
 *
 * @param offerId the offer; the booking has the same id if it is accepted
 * @param patient how the patient is reached
 * @param site the site's public face
 * @param start when the patient would be expected, UTC
 * @param end when the patient would leave, UTC
 * @param expiresAt until when it can be accepted, exclusive, UTC
 */
public record WaitlistOfferedV1(
        String offerId, PatientContact patient, SiteFace site, Instant start, Instant end, Instant expiresAt)
        implements BookingEvent {

    public WaitlistOfferedV1 {
        Objects.requireNonNull(offerId, "offerId");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public String key() {
        return patient.patientId();
    }
}
