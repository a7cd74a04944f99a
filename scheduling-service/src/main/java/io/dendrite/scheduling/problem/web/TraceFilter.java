package io.dendrite.scheduling.problem.web;

import io.dendrite.scheduling.problem.Trace;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the position in the caller's trace at hand for as long as a thread serves the request. */
@Component
@Order(TraceFilter.ORDER)
class TraceFilter extends OncePerRequestFilter {

    /** After the filter that begins or continues the trace. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private final Tracer tracer;

    TraceFilter(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Trace trace = trace(request);
        trace.bind();
        MDC.put(Trace.MDC_KEY, trace.traceId());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Trace.MDC_KEY);
            Trace.unbind();
        }
    }

    private Trace trace(HttpServletRequest request) {
        Span span = tracer.currentSpan();
        if (span == null || span.isNoop()) {
            return Trace.continuing(request.getHeader("traceparent"));
        }
        TraceContext context = span.context();
        return Trace.at(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
    }
}
