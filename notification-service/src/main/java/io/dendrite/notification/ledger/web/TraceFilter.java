package io.dendrite.notification.ledger.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the id of each request's trace at hand, for logs and problem answers; without a tracer it makes one up. */
@Component
@Order(TraceFilter.ORDER)
class TraceFilter extends OncePerRequestFilter {

    static final String TRACE_ID = "traceId";

    /** After the filter that begins or continues the trace. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private final Tracer tracer;

    TraceFilter(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = tracer.currentSpan();
        String traceId = span == null || span.isNoop()
                ? UUID.randomUUID().toString().replace("-", "")
                : span.context().traceId();
        MDC.put(TRACE_ID, traceId);
        // For the error page, which is asked when this filter is through.
        request.setAttribute(TRACE_ID, traceId);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(TRACE_ID);
        }
    }
}
