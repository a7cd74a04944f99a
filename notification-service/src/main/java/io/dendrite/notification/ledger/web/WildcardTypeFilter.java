package io.dendrite.notification.ledger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** A body cannot be of any type there is; Spring takes such a content type for an accident of its own. */
@Component
class WildcardTypeFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    WildcardTypeFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isWild(request.getContentType() == null ? "" : request.getContentType())) {
            problems.resolveException(
                    request,
                    response,
                    null,
                    new HttpMediaTypeNotSupportedException((MediaType) null, List.of(MediaType.APPLICATION_JSON)));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isWild(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType.isEmpty() ? "text/plain" : contentType);
            return type.isWildcardType() || type.isWildcardSubtype();
        } catch (InvalidMediaTypeException e) {
            // Spring says what is wrong with it.
            return false;
        }
    }
}
