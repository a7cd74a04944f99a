package io.dendrite.audit.web;

import io.dendrite.access.CurrentCaller;
import io.dendrite.audit.AuditDraft;
import io.dendrite.audit.application.AuditInbox;
import io.dendrite.audit.application.AuditLinker;
import io.dendrite.audit.model.Outcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds every answer back until the record of its request is stored. If that cannot be, the answer is an outage: nobody
 * sees what is not on record. A change has its record in its own write and needs no other.
 */
final class AuditFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(AuditFilter.class);
    private static final int UNAVAILABLE = 503;

    private final String service;
    private final CurrentCaller caller;
    private final AuditInbox inbox;
    private final AuditLinker linker;
    private final HandlerExceptionResolver problems;
    private final JsonMapper json;
    private final Clock clock;

    AuditFilter(
            String service,
            CurrentCaller caller,
            AuditInbox inbox,
            AuditLinker linker,
            HandlerExceptionResolver problems,
            JsonMapper json,
            Clock clock) {
        this.service = service;
        this.caller = caller;
        this.inbox = inbox;
        this.linker = linker;
        this.problems = problems;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // As handlers are found: decoded, and without what a forwarded prefix puts before it.
        return !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        AuditDraft draft = AuditDraft.begin(
                service, request.getRemoteAddr(), Objects.toString(MDC.get("traceId"), ""), clock.instant());
        caller.get().ifPresent(known -> {
            draft.actor(known.actor(), known.roleNames());
            known.sites().onlyOne().ifPresent(draft::home);
        });
        try {
            chain.doFilter(request, held);
            keep(draft, request, held);
        } finally {
            AuditDraft.end();
        }
        held.copyBodyToResponse();
    }

    private void keep(AuditDraft draft, HttpServletRequest request, ContentCachingResponseWrapper held) {
        if (held.getStatus() == UNAVAILABLE) {
            // The database that would hold the record is what is away; nothing was shown, and what was changed has its
            // own.
            log.warn("not on record, for lack of a database: a call answered 503");
            return;
        }
        Outcome outcome = Outcome.ofStatus(held.getStatus());
        if (outcome == Outcome.SUCCESS && (draft.taken() || !draft.recorded())) {
            if (draft.taken()) {
                linker.wake();
            }
            return;
        }
        try {
            inbox.add(draft.record(outcome, outcome == Outcome.SUCCESS ? null : reason(held)));
            linker.wake();
        } catch (RuntimeException away) {
            held.reset();
            problems.resolveException(request, held, null, away);
        }
    }

    /** The slug of the problem that is about to be answered. */
    private @Nullable String reason(ContentCachingResponseWrapper held) {
        try {
            String type =
                    json.readTree(held.getContentAsByteArray()).path("type").asString("");
            return type.isEmpty() ? null : type.substring(type.lastIndexOf('/') + 1);
        } catch (JacksonException e) {
            return null;
        }
    }
}
