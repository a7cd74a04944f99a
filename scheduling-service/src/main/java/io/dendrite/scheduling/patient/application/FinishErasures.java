package io.dendrite.scheduling.patient.application;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes erasures that a crash interrupted: destroys keys and forgets stored answers. */
@Component
class FinishErasures {

    private static final Logger log = LoggerFactory.getLogger(FinishErasures.class);

    private final ErasePatient erasures;

    FinishErasures(ErasePatient erasures) {
        this.erasures = erasures;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void finish() {
        int finished = erasures.finish();
        if (finished > 0) {
            log.info("Finished {} interrupted erasures", finished);
        }
    }
}
