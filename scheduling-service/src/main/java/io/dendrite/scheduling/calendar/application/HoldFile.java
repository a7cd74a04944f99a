package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import org.springframework.stereotype.Component;

/** Holds as a front desk works with them. Colleagues may do so for each other. */
@Component
public class HoldFile {

    private static final int TRIES = 3;

    private final Holds holds;

    HoldFile(Holds holds) {
        this.holds = holds;
    }

    /**
     * The hold of an id, to do something with it.
     *
     * @throws ProblemException 404 for an unknown one; 409 when it is over or has become a booking
     */
    public Hold hold(String id) {
        return holds.hold(id).orElseThrow(() -> gone(id));
    }

    /**
     * Lets a hold stand for as long again as it was made for. That can be done once.
     *
     * @throws ProblemException as {@link #hold(String)}; 409 when it was done before
     */
    public Hold extend(String id) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Hold hold = hold(id);
            if (hold.extended()) {
                throw ProblemException.conflict(
                        ProblemType.HOLD_EXTENDED_ALREADY,
                        "A hold can be extended once. It stands until " + hold.expiresAt() + ".");
            }
            Hold longer = hold.longer();
            try {
                holds.extend(longer);
                return longer;
            } catch (StaleEntryException e) {
                // Extended, booked or given up since it was read, or over: look again.
            }
        }
        throw gone(id);
    }

    /**
     * Gives a hold up.
     *
     * @throws ProblemException 404 when there is none of that id that stands
     */
    public void release(String id) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Hold hold = holds.hold(id).orElseThrow(() -> ProblemException.notFound("hold", id));
            if (holds.release(hold)) {
                return;
            }
        }
        throw gone(id);
    }

    /** Why a hold does not stand. */
    ProblemException gone(String id) {
        Holds.Fate fate = holds.fate(id).orElse(null);
        if (fate == null) {
            return ProblemException.notFound("hold", id);
        }
        if (fate.bookingRequest() == null) {
            return ProblemException.conflict(
                    ProblemType.HOLD_EXPIRED,
                    "It expired or was given up, and holds nothing any more. Hold or book anew.");
        }
        return ProblemException.conflict(ProblemType.HOLD_USED, "It was booked by another request.")
                .with("bookingId", id);
    }
}
