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

    private final long limitBytes;
    private final JsonMapper json;

    RequestSizeFilter(@Value("${dendrite.max-request-size}") DataSize limit, JsonMapper json) {
        this.limitBytes = limit.toBytes();
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() <= limitBytes) {
            chain.doFilter(new Limited(request), response);
            return;
        }
        response.setStatus(413);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                ProblemAnswer.body(new RequestTooLargeException(limitBytes).problem(), request.getRequestURI()));
    }

    private final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedInputStream(super.getInputStream(), limitBytes);
        }
    }
}
