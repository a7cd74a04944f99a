package io.dendrite.scheduling.calendar.model;

import java.util.List;
import java.util.Set;

/** Whatever occupies resources of a site. An entry is stored as one document, so it takes all it claims or nothing. */
public sealed interface CalendarEntry permits Booking, Hold, Block {

    /** The entry's id, opaque and unique over all sites. */
    String id();

    /** The site whose resources it occupies. */
    String siteId();

    /** Rises by one with every change. */
    long version();

    /** The smallest stretch of time that holds all it is about, what was cancelled included. */
    Quarters extent();

    /** The written claims on the site's resources, and on its own id, so that the list is never empty. */
    List<String> claims();

    /**
     * Whether two parts of the entry claim the same: two visits of a booking that overlap. The unique indexes are between
     * entries and do not see it.
     */
    default boolean claimsTwice() {
        List<String> claims = claims();
        List<String> patientClaims = patientClaims();
        return Set.copyOf(claims).size() < claims.size()
                || Set.copyOf(patientClaims).size() < patientClaims.size();
    }

    /** The written claims on the patient, who must not be in two places, whatever the site; and on its own id. */
    List<String> patientClaims();
}
