package io.dendrite.scheduling.patient.application;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Destroys the keys of erased patients that a crash between erasure and destruction left. */
@Component
class FinishErasures {

    private static final Logger log = LoggerFactory.getLogger(FinishErasures.class);

    private final PatientRegister register;

    FinishErasures(PatientRegister register) {
        this.register = register;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void finish() {
        int finished = register.finishErasures();
        if (finished > 0) {
            log.info("Destroyed the keys of {} erased patients", finished);
        }
    }
}
