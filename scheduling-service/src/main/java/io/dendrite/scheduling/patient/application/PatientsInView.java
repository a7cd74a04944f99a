package io.dendrite.scheduling.patient.application;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.Caller;
import io.dendrite.access.model.SiteScope;
import io.dendrite.audit.AuditDraft;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.patient.model.Patient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The patients as the current caller may see them: whom none of the token's sites knows is not there. It also tells the
 * audit whose data is looked at.
 */
@Primary
@Component
class PatientsInView implements PatientRegister {

    private final PatientRegister stored;
    private final CurrentCaller caller;

    PatientsInView(@Qualifier(PatientRegister.STORED) PatientRegister stored, CurrentCaller caller) {
        this.stored = stored;
        this.caller = caller;
    }

    @Override
    public Optional<Patient> patient(String id) {
        Optional<Patient> patient = stored.patient(id).filter(found -> caller.meets(found.siteIds()));
        patient.ifPresent(found -> {
            AuditDraft.current().patient(id);
            if (found.siteIds().size() == 1 && !found.siteIds().contains(SiteScope.ALL)) {
                AuditDraft.current().site(found.siteIds().get(0));
            }
            AuditDraft.current().resource("patient", id, found.version());
        });
        return patient;
    }

    @Override
    public boolean add(Patient patient) {
        AuditDraft.current().patient(patient.id());
        return stored.add(patient);
    }

    @Override
    public boolean replace(Patient patient, long expectedVersion, @Nullable OutboxEvent event) {
        return stored.replace(patient, expectedVersion, event);
    }

    @Override
    public List<Patient> all(Collection<String> ids) {
        List<Patient> found = stored.all(ids).stream()
                .filter(patient -> caller.meets(patient.siteIds()))
                .toList();
        found.forEach(patient -> AuditDraft.current().patient(patient.id()));
        return found;
    }

    @Override
    public Set<String> erasedOf(Collection<String> ids) {
        return stored.erasedOf(ids);
    }

    @Override
    public List<Patient> search(PatientQuery query) {
        SiteScope scope = caller.get().map(Caller::sites).orElse(new SiteScope(false, Set.of()));
        List<Patient> found = stored.search(query.within(scope));
        found.forEach(patient -> AuditDraft.current().patient(patient.id()));
        return found;
    }

    @Override
    public void knownAt(String patientId, String siteId) {
        stored.knownAt(patientId, siteId);
    }

    @Override
    public boolean erase(String patientId, long expectedVersion, OutboxEvent event) {
        return stored.erase(patientId, expectedVersion, event);
    }

    @Override
    public int finishErasures(Consumer<String> forget) {
        return stored.finishErasures(forget);
    }
}
