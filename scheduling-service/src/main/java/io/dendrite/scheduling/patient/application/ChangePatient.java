package io.dendrite.scheduling.patient.application;

import io.dendrite.audit.AuditDraft;
import io.dendrite.audit.ChangedFields;
import io.dendrite.events.PatientContactChangedV1;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxWake;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.Trace;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Replaces a patient's data and, when the contact changed, tells those who send notices. */
@Component
public class ChangePatient {

    private final PatientRegister register;
    private final Contacts contacts;
    private final OutboxWake outbox;
    private final Clock clock;

    ChangePatient(PatientRegister register, Contacts contacts, OutboxWake outbox, Clock clock) {
        this.register = register;
        this.contacts = contacts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Stores the wanted data as the version after the current one.
     *
     * @param current what was read, and what the client knows
     * @param wanted the new data; its versions do not matter
     * @return what is stored now
     * @throws ProblemException 412 when somebody else was faster
     */
    public Patient change(Patient current, Patient wanted) {
        AuditDraft.current().changed(ChangedFields.between(current, wanted));
        if (current.reachedLike(wanted)) {
            Patient next = wanted.atVersions(current.version() + 1, current.contactVersion(), current.addressVersion());
            if (!register.replace(next, current.version(), null)) {
                throw ProblemException.stale();
            }
            return next;
        }
        long contactVersion = current.contactVersion() + 1;
        boolean sameAddress = Objects.equals(current.email(), wanted.email());
        Patient next = wanted.atVersions(
                current.version() + 1, contactVersion, sameAddress ? current.addressVersion() : contactVersion);
        if (!register.replace(next, current.version(), event(next))) {
            throw ProblemException.stale();
        }
        outbox.wake(next.id());
        return next;
    }

    private OutboxEvent event(Patient patient) {
        return OutboxEvent.of(
                new PatientContactChangedV1(contacts.of(patient)),
                patient.id(),
                clock.instant(),
                Trace.current().traceparent());
    }
}
