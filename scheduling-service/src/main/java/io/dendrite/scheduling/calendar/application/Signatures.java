package io.dendrite.scheduling.calendar.application;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.Caller;
import io.dendrite.scheduling.calendar.model.Signature;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Signs what the current caller does now. */
@Component
public class Signatures {

    /** Who acts when no request does. */
    private static final String ITSELF = "dendrite";

    private final CurrentCaller caller;
    private final Clock clock;

    Signatures(CurrentCaller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /** Now, and by whom. */
    public Signature now() {
        return new Signature(clock.instant(), caller.get().map(Caller::actor).orElse(ITSELF));
    }
}
