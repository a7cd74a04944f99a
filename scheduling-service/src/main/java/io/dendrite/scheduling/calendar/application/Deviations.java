package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.clinic.model.Site;
import java.util.List;

/** Where a booking leaves the protocol of its treatment. A clinician may decide so; the answer names it. */
public interface Deviations {

    /** What an appointment does that the protocol does not have. */
    record Deviation(String appointmentId, String message) {}

    /** All deviations of what stands, in order of time; none for a treatment without a protocol. */
    List<Deviation> of(Booking booking, Site site);
}
