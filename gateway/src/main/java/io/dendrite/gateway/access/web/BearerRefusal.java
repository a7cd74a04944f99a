package io.dendrite.gateway.access.web;

import io.dendrite.gateway.problem.model.ProblemException;
import io.dendrite.gateway.problem.model.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses as RFC 6750, section 3, defines it, with a problem as the body. */
final class BearerRefusal implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private static final String NO_TOKEN =
            "An access token is needed, as a header of the form Authorization: Bearer <token>.";
    private static final String BAD_TOKEN = "The token is malformed, or its issuer has not signed it.";

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
        if (failure instanceof AuthenticationCredentialsNotFoundException) {
            // Nothing was tried, so no error is named (section 3.1).
            return refuse(exchange, ProblemKind.UNAUTHENTICATED, "Bearer realm=\"dendrite\"", NO_TOKEN);
        }
        String reason = reasonOf(failure);
        return refuse(
                exchange,
                ProblemKind.UNAUTHENTICATED,
                "Bearer realm=\"dendrite\", error=\"invalid_token\", error_description=\"" + reason + "\"",
                reason);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return refuse(
                exchange,
                ProblemKind.FORBIDDEN,
                "Bearer realm=\"dendrite\", error=\"insufficient_scope\"",
                "The role manager is needed here.");
    }

    private static String reasonOf(AuthenticationException failure) {
        if (failure.getCause() instanceof JwtValidationException invalid) {
            String reason = invalid.getErrors().iterator().next().getDescription();
            return reason == null ? BAD_TOKEN : reason;
        }
        return BAD_TOKEN;
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, ProblemKind kind, String challenge, String detail) {
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(
                        () -> exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge)));
        return Mono.error(new ProblemException(kind, detail));
    }
}
