package io.dendrite.scheduling.problem.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses large bodies: at once when the length is announced, else as soon as too much was read. */
@Component
@Order(TraceFilter.ORDER + 1)
class RequestSizeFilter extends OncePerRequestFilter {

    private static final String IMPORTS = "/api/v1/imports";

    private final long usualBytes;
    private final long importBytes;
    private final JsonMapper json;

    RequestSizeFilter(
            @Value("${dendrite.max-request-size}") DataSize limit,
            @Value("${dendrite.imports.max-size}") DataSize imports,
            JsonMapper json) {
        this.usualBytes = limit.toBytes();
        this.importBytes = imports.toBytes();
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // As handlers are found; a file of an import is never held whole.
        long limitBytes = request.getServletPath().equals(IMPORTS) ? importBytes : usualBytes;
        if (request.getContentLengthLong() <= limitBytes) {
            chain.doFilter(new Limited(request, limitBytes), response);
            return;
        }
        response.setStatus(413);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                ProblemAnswer.body(new RequestTooLargeException(limitBytes).problem(), request.getRequestURI()));
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limitBytes;

        Limited(HttpServletRequest request, long limitBytes) {
            super(request);
            this.limitBytes = limitBytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedInputStream(super.getInputStream(), limitBytes);
        }
    }
}
