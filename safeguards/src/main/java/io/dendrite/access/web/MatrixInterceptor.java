package io.dendrite.access.web;

import io.dendrite.access.BreakGlass;
import io.dendrite.access.model.AccessMatrix;
import io.dendrite.access.model.AccessRule;
import io.dendrite.access.model.Caller;
import io.dendrite.audit.AuditDraft;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets a call through to its handler if the matrix opens the handler to the caller. It looks the handler up and not the
 * path, so that no spelling of a path leads to a handler past its line; a handler without a line is closed.
 */
final class MatrixInterceptor implements HandlerInterceptor {

    private final AccessMatrix matrix;
    private final ObjectProvider<BreakGlass> overrides;

    MatrixInterceptor(AccessMatrix matrix, ObjectProvider<BreakGlass> overrides) {
        this.matrix = matrix;
        this.overrides = overrides;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod)) {
            return true;
        }
        String path = Objects.toString(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), "");
        AccessRule rule = matrix.rule(request.getMethod(), path)
                .orElseThrow(() -> new AccessDeniedException("no line in the access matrix"));
        if (!AuditDraft.isBound()) {
            throw new AccessDeniedException("a call that would not be on record");
        }
        AuditDraft.current().call(rule.call(), rule.recordedAs());
        if (!caller(request).may(rule)) {
            throw new AccessDeniedException("not in the access matrix");
        }
        return true;
    }

    private Caller caller(HttpServletRequest request) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known)) {
            throw new InsufficientAuthenticationException("nobody is known to call");
        }
        String grantId = request.getHeader(BreakGlass.HEADER);
        if (grantId == null) {
            return known.getPrincipal();
        }
        // Whoever names an override that does not hold is told so, rather than served less than was meant.
        String site = overrides.stream()
                .flatMap(each -> each.openedSite(grantId, known.getPrincipal().actor()).stream())
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("no such override"));
        SecurityContext widened = SecurityContextHolder.createEmptyContext();
        CallerAuthentication breaking = known.breakingGlass(grantId, site);
        widened.setAuthentication(breaking);
        SecurityContextHolder.setContext(widened);
        AuditDraft.current().breakGlass(grantId);
        AuditDraft.current().home(site);
        return breaking.getPrincipal();
    }
}
