package io.dendrite.audit;

import io.dendrite.audit.model.AuditRecord;
import io.dendrite.audit.model.Outcome;
import io.dendrite.audit.model.What;
import io.dendrite.audit.model.Who;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far about the request that a thread serves, while the parts of the service that learn more add it.
 * A change takes the draft's record into its own document write; whatever no change took is written when the request
 * ends.
 */
public final class AuditDraft {

    private static final ThreadLocal<@Nullable AuditDraft> CURRENT = new ThreadLocal<>();
    private static final String UNKNOWN_ACTION = "unknown";

    /** The actor of what no request causes, such as the defaults that a service stores at its first start. */
    private static final String ITSELF = "dendrite";

    private final String service;
    private final String address;
    private final String traceId;
    private final Instant time;
    private final Set<String> patients = new TreeSet<>();
    private final Set<String> changed = new TreeSet<>();
    private String actor;
    private List<String> roles = List.of();
    private String home = AuditRecord.NO_SITE;
    private String action = UNKNOWN_ACTION;
    private boolean recorded;
    private boolean taken;
    private @Nullable String site;
    private @Nullable String breakGlass;
    private @Nullable String resource;
    private @Nullable Long version;
    private @Nullable String statement;

    private AuditDraft(String service, String address, String traceId, Instant time) {
        this.service = service;
        this.actor = service;
        this.address = address;
        this.traceId = traceId;
        this.time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The draft of this thread's request; outside of requests a new one, in the service's own name. */
    public static AuditDraft current() {
        AuditDraft bound = CURRENT.get();
        return bound == null ? new AuditDraft(ITSELF, "", "", Instant.now()) : bound;
    }

    /** The draft of what the service does of itself, whichever request this thread serves. */
    public static AuditDraft ofItself(String action, Instant now) {
        AuditDraft draft = new AuditDraft(ITSELF, "", "", now);
        draft.action = action;
        return draft;
    }

    /** Whether this thread serves a request whose record will be kept. */
    public static boolean isBound() {
        return CURRENT.get() != null;
    }

    /** Begins the draft of a request, for this thread, until {@link #end()}. */
    public static AuditDraft begin(String service, String address, String traceId, Instant now) {
        AuditDraft draft = new AuditDraft(service, address, traceId, now);
        CURRENT.set(draft);
        return draft;
    }

    /** Leaves the thread without a draft. */
    public static void end() {
        CURRENT.remove();
    }

    /** Who calls. */
    public void actor(String subject, Collection<String> itsRoles) {
        this.actor = subject;
        this.roles = List.copyOf(itsRoles);
    }

    /**
     * Which line of the matrix was called.
     *
     * @param recordedAs its action; null when only refusals are kept
     */
    public void call(String call, @Nullable String recordedAs) {
        this.action = recordedAs == null ? call : recordedAs;
        this.recorded = recordedAs != null;
    }

    /** The emergency override that the call is made under. */
    public void breakGlass(String grantId) {
        this.breakGlass = grantId;
    }

    /** A site whose data is concerned; the first one counts. */
    public void site(String siteId) {
        if (site == null) {
            this.site = siteId;
        }
    }

    /** The site in whose chain the record stands when nothing else tells one. */
    public void home(String siteId) {
        this.home = siteId;
    }

    /** A patient whose data is concerned. */
    public void patient(String patientId) {
        patients.add(patientId);
    }

    /** What is read or changed. */
    public void resource(String kind, String id, @Nullable Long itsVersion) {
        this.resource = kind + "/" + id;
        this.version = itsVersion;
    }

    /** Names of fields that the change gives other values. */
    public void changed(Collection<String> fields) {
        changed.addAll(fields);
    }

    /** Words that the actor gave for doing it, already sealed. */
    public void statement(String sealed) {
        this.statement = sealed;
    }

    /** Whether the call is kept even if it succeeds without a change. */
    public boolean recorded() {
        return recorded;
    }

    /** Whether a change took the record into its own write. */
    public boolean taken() {
        return taken;
    }

    /** The record of a change that is about to be stored, for the same document write. */
    public AuditRecord take() {
        taken = true;
        return record(Outcome.SUCCESS, null);
    }

    /** The record of how it ended. */
    public AuditRecord record(Outcome outcome, @Nullable String reason) {
        return new AuditRecord(
                UUID.randomUUID().toString(),
                time,
                service,
                site == null ? home : site,
                new Who(actor, roles, address, breakGlass),
                new What(action, new ArrayList<>(patients), resource, version, new ArrayList<>(changed)),
                outcome,
                reason,
                statement,
                traceId);
    }
}
