package io.dendrite.scheduling.problem.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses a body whose type is a pattern such as {@code *}{@code /*}: Spring would fail on it instead of answering 415. */
@Component
@Order(TraceFilter.ORDER + 2)
class WildcardTypeFilter extends OncePerRequestFilter {

    private static final int UNSUPPORTED = 415;

    private final JsonMapper json;

    WildcardTypeFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isPattern(request.getContentType())) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(UNSUPPORTED);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(), ProblemAnswer.body(Statuses.problem(UNSUPPORTED), request.getRequestURI()));
    }

    private static boolean isPattern(@Nullable String contentType) {
        try {
            MediaType type =
                    MediaType.parseMediaType(contentType == null ? MediaType.APPLICATION_JSON_VALUE : contentType);
            return type.isWildcardType() || type.isWildcardSubtype();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
