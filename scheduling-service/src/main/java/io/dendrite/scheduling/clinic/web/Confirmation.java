package io.dendrite.scheduling.clinic.web;

import io.dendrite.scheduling.clinic.application.Consequences;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Asks that whoever strands somebody knows it. */
final class Confirmation {

    private Confirmation() {}

    /** Who a change would strand. */
    @Schema(name = "Consequences", description = "The appointments that could not take place as they are booked")
    record Answer(List<Consequences.Affected> affected) {}

    /**
     * Lets a change pass that strands nobody, or is confirmed.
     *
     * @throws ProblemException 409 naming who would be stranded
     */
    static void require(boolean confirmed, List<Consequences.Affected> affected) {
        if (!confirmed && !affected.isEmpty()) {
            throw ProblemException.conflict(
                            ProblemType.WOULD_STRAND,
                            "Appointments could not take place as they are booked. Nothing was changed. With confirm=true"
                                    + " it is, and they are on the rebooking queue.")
                    .with("affected", affected);
        }
    }
}
