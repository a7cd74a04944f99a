package io.dendrite.scheduling.waitlist.application;

import io.dendrite.access.CurrentCaller;
import io.dendrite.audit.AuditDraft;
import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The waitlist as the current caller may see it: who waits at none of the caller's sites is not there. It also tells the
 * audit who is looked at.
 */
@Primary
@Component
class WaitlistInView implements Waitlist {

    private final Waitlist stored;
    private final CurrentCaller caller;

    WaitlistInView(@Qualifier(Waitlist.STORED) Waitlist stored, CurrentCaller caller) {
        this.stored = stored;
        this.caller = caller;
    }

    @Override
    public Addition add(WaitlistEntry entry) {
        looksAt(entry);
        return stored.add(entry);
    }

    @Override
    public boolean replace(WaitlistEntry changed) {
        looksAt(changed);
        return stored.replace(changed);
    }

    @Override
    public Optional<WaitlistEntry> entry(String id) {
        Optional<WaitlistEntry> entry = stored.entry(id).filter(this::isInView);
        entry.ifPresent(found -> {
            AuditDraft.current().resource("waitlist-entry", id, found.version());
            looksAt(found);
        });
        return entry;
    }

    /** The caller's view of the site was asked before. */
    @Override
    public List<WaitlistEntry> waitingAt(String siteId, @Nullable String after, int limit) {
        List<WaitlistEntry> found = stored.waitingAt(siteId, after, limit);
        found.forEach(entry -> AuditDraft.current().patient(entry.patientId()));
        return found;
    }

    @Override
    public Optional<WaitlistEntry> waitingFor(String patientId, String treatmentId) {
        return stored.waitingFor(patientId, treatmentId).filter(this::isInView);
    }

    @Override
    public List<WaitlistEntry> ofPatient(String patientId) {
        return stored.ofPatient(patientId).stream().filter(this::isInView).toList();
    }

    @Override
    public Set<String> sitesWaitedAt() {
        return stored.sitesWaitedAt();
    }

    private boolean isInView(WaitlistEntry entry) {
        return caller.meets(entry.siteIds());
    }

    private void looksAt(WaitlistEntry entry) {
        entry.siteIds().stream().filter(caller::covers).findFirst().ifPresent(AuditDraft.current()::site);
        AuditDraft.current().patient(entry.patientId());
    }
}
