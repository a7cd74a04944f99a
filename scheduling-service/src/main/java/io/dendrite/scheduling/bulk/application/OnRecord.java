package io.dendrite.scheduling.bulk.application;

import io.dendrite.audit.AuditDraft;
import io.dendrite.scheduling.bulk.model.ImportOrder;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Puts what an import changes on record, row by row: a file is many changes by one actor. */
@Component
class OnRecord {

    private static final String SERVICE = "scheduling-service";

    private final Clock clock;
    private final ThreadLocal<String> actor = ThreadLocal.withInitial(() -> "dendrite");

    OnRecord(Clock clock) {
        this.clock = clock;
    }

    /** Works in an actor's name from now on, in this thread. */
    void actor(String subject) {
        actor.set(subject);
    }

    /** Makes one change. */
    <T> T of(ImportOrder order, Supplier<T> change) {
        AuditDraft draft = AuditDraft.begin(SERVICE, "", "", clock.instant());
        draft.actor(actor.get(), List.of());
        draft.site(order.siteId());
        draft.call("import." + order.kind().path(), "import." + order.kind().path());
        try {
            return change.get();
        } finally {
            AuditDraft.end();
        }
    }
}
