package io.dendrite.stop;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells with each answer that this instance is leaving, once it is. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FarewellFilter extends OncePerRequestFilter {

    private final Farewell farewell;

    FarewellFilter(Farewell farewell) {
        this.farewell = farewell;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith("/actuator")) {
            farewell.visit();
        }
        if (farewell.hasBegun()) {
            response.setHeader(StopConfiguration.HEADER, "true");
            // No connection is to be left open on which a request could meet the closing door.
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }
}
