package io.dendrite.scheduling.breakglass.application;

import io.dendrite.access.BreakGlass;
import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.Caller;
import io.dendrite.audit.AuditDraft;
import io.dendrite.encryption.Purpose;
import io.dendrite.encryption.SharedSeal;
import io.dendrite.events.BreakGlassOpenedV1;
import io.dendrite.scheduling.breakglass.model.Grant;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxWake;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens overrides, and says which site one opens. */
@Component
public class OpenBreakGlass implements BreakGlass {

    private final Grants grants;
    private final Clinic clinic;
    private final CurrentCaller caller;
    private final SharedSeal seal;
    private final OutboxWake outbox;
    private final Duration lasts;
    private final Clock clock;

    OpenBreakGlass(
            Grants grants,
            @Qualifier(Clinic.STORED) Clinic clinic,
            CurrentCaller caller,
            SharedSeal seal,
            OutboxWake outbox,
            @Value("${dendrite.break-glass.lasts}") Duration lasts,
            Clock clock) {
        this.grants = grants;
        this.clinic = clinic;
        this.caller = caller;
        this.seal = seal;
        this.outbox = outbox;
        this.lasts = lasts;
        this.clock = clock;
    }

    /**
     * Opens an override for the current caller. The reason goes into the audit, sealed; everybody who listens to events
     * hears of it.
     *
     * @param id the id of the new override
     * @throws ProblemException 400 when there is no such site
     */
    public Grant open(String id, String siteId, String reason) {
        if (clinic.site(siteId).isEmpty()) {
            throw ProblemException.invalid("siteId", "must be the id of a site");
        }
        String actor = caller.get().map(Caller::actor).orElseThrow();
        Grant grant = Grant.of(id, siteId, actor, clock.instant().truncatedTo(ChronoUnit.MILLIS), lasts);
        AuditDraft.current().site(siteId);
        AuditDraft.current().breakGlass(id);
        AuditDraft.current()
                .statement(Base64.getEncoder()
                        .encodeToString(seal.seal(Purpose.AUDIT, reason.getBytes(StandardCharsets.UTF_8))));
        OutboxEvent announcement = OutboxEvent.of(
                new BreakGlassOpenedV1(id, siteId, actor, grant.openedAt(), grant.expiresAt()),
                id,
                clock.instant(),
                Trace.current().traceparent());
        if (!grants.add(grant, announcement)) {
            return grants.grant(id).orElseThrow();
        }
        outbox.wake(announcement.key());
        return grant;
    }

    @Override
    public Optional<String> openedSite(String grantId, String actor) {
        return grants.grant(grantId)
                .filter(grant -> grant.helps(actor, clock.instant()))
                .map(Grant::siteId);
    }
}
