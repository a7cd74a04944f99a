package io.dendrite.notification.ledger.model;

import java.time.ZoneId;
import java.util.Objects;

/**
 * The public face of the site that a notice is about, as it was when the event happened.
 *
 * @param siteId the site
 * @param name the neutral public name
 * @param timeZone in which the patient reads times
 * @param address where to come
 * @param phone whom to call
 */
public record Clinic(String siteId, String name, ZoneId timeZone, String address, String phone) {

    public Clinic {
        Objects.requireNonNull(siteId, "siteId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(phone, "phone");
    }

    /** The same under another name. */
    public Clinic named(String other) {
        return new Clinic(siteId, other, timeZone, address, phone);
    }
}
