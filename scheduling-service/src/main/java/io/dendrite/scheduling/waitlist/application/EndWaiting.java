package io.dendrite.scheduling.waitlist.application;

import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import io.dendrite.scheduling.waitlist.model.WaitlistStatus;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Ends all waiting of a patient, at whatever site. What is offered to them is given back with what else is held. */
@Component
public class EndWaiting {

    private final Waitlist waitlist;
    private final Clock clock;

    EndWaiting(@Qualifier(Waitlist.STORED) Waitlist waitlist, Clock clock) {
        this.waitlist = waitlist;
        this.clock = clock;
    }

    /** Withdraws the patient's entries. One that changes meanwhile is left to the next attempt at the erasure. */
    public void of(String patientId) {
        for (WaitlistEntry entry : waitlist.ofPatient(patientId)) {
            if (entry.isWaiting() && !waitlist.replace(entry.closed(WaitlistStatus.WITHDRAWN, clock.instant()))) {
                throw new IllegalStateException("entry " + entry.id() + " of the waitlist is being changed");
            }
        }
    }
}
