package io.dendrite.events;

import java.util.Objects;

/**
 * What a message may show of a site: its public, neutral face.
 *
 * @param siteId the site
 * @param name the public name, which must not tell what the site treats
 * @param timeZone IANA time zone in which local times are told
 * @param address where to come
 * @param phone whom to call
 */
public record SiteFace(String siteId, String name, String timeZone, String address, String phone) {

    public SiteFace {
        Objects.requireNonNull(siteId, "siteId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(phone, "phone");
    }
}
