package io.dendrite.scheduling.patient.application;

import io.dendrite.access.model.SiteScope;
import io.dendrite.events.PatientErasedV1;
import io.dendrite.scheduling.idempotency.application.KeyedRequests;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxWake;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import io.dendrite.scheduling.problem.Trace;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Erases a patient: what identifies the patient is taken out, the key of all that was sealed is destroyed, and an event
 * tells everybody else. Bookings keep their times under an id that leads to nobody; the audit stays.
 */
@Component
public class ErasePatient {

    private final PatientRegister register;
    private final UpcomingAppointments upcoming;
    private final KeyedRequests answers;
    private final OutboxWake outbox;
    private final Clock clock;

    ErasePatient(
            PatientRegister register,
            UpcomingAppointments upcoming,
            KeyedRequests answers,
            OutboxWake outbox,
            Clock clock) {
        this.register = register;
        this.upcoming = upcoming;
        this.answers = answers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Erases.
     *
     * @param caller the sites that the caller acts for: all that know the patient, or it is refused
     * @throws ProblemException 409 naming the appointments that are still to come; 412 when somebody changed the patient
     */
    public void erase(Patient patient, SiteScope caller) {
        if (!caller.every() && !patient.siteIds().stream().allMatch(caller::covers)) {
            throw ProblemException.conflict(
                    ProblemType.KNOWN_ELSEWHERE,
                    "The patient is known at sites that your token does not cover: only who acts for all of them erases.");
        }
        List<String> toCome = upcoming.of(patient.id());
        if (!toCome.isEmpty()) {
            throw ProblemException.conflict(
                            ProblemType.APPOINTMENTS_TO_COME,
                            "The patient has appointments that are still to come. Cancel them first.")
                    .with("appointments", toCome);
        }
        OutboxEvent event = OutboxEvent.of(
                new PatientErasedV1(patient.id()),
                patient.id(),
                clock.instant(),
                Trace.current().traceparent());
        if (!register.erase(patient.id(), patient.version(), event)) {
            throw ProblemException.stale();
        }
        finish();
        outbox.wake(patient.id());
    }

    /** Does what is left of every erasure that was begun, also by a process that died; says of how many. */
    public int finish() {
        return register.finishErasures(patientId -> {
            upcoming.release(patientId);
            answers.forgetAnswersAbout(patientId);
        });
    }
}
