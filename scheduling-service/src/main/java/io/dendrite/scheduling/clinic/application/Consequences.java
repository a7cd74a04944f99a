package io.dendrite.scheduling.clinic.application;

import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import java.time.OffsetDateTime;
import java.util.List;

/** Says what a change at a site would do to those who are booked there. */
public interface Consequences {

    /**
     * An appointment that could not take place as it is booked.
     *
     * @param id the appointment's
     * @param patientId whose it is
     * @param start when, on the site's clock
     * @param reasons why not, in the terms of the rebooking queue
     */
    record Affected(String id, String patientId, OffsetDateTime start, List<?> reasons) {}

    /** Who would be stranded by the change and is not already, the soonest first. */
    List<Affected> of(Site after, List<Resource> resourcesAfter);
}
