package io.dendrite.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How the door says no: RFC 9457 problems with the challenge of RFC 6750. Why a token is bad is told to the log only. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessProblems {

    private static final Logger LOG = LoggerFactory.getLogger(AccessProblems.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unauthenticated(AuthenticationException refusal, HttpServletRequest request) {
        if (refusal instanceof OAuth2AuthenticationException) {
            LOG.info("a token was refused: {}", refusal.getMessage());
        }
        return answer(
                HttpStatus.UNAUTHORIZED,
                "unauthenticated",
                "It is not known who calls",
                "Send a valid access token of the configured issuer as \"Authorization: Bearer\".",
                request,
                HttpHeaders.WWW_AUTHENTICATE,
                refusal instanceof OAuth2AuthenticationException
                        ? "Bearer realm=\"dendrite\", error=\"invalid_token\""
                        : "Bearer realm=\"dendrite\"");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(AuthenticationServiceException outage, HttpServletRequest request) {
        LOG.warn("tokens cannot be checked: {}", outage.getMessage());
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "The service cannot answer now",
                "The issuer's keys cannot be fetched, so no token can be checked. Repeat the request later.",
                request,
                HttpHeaders.RETRY_AFTER,
                RETRY_SECONDS);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(AccessDeniedException refusal, HttpServletRequest request) {
        return answer(
                HttpStatus.FORBIDDEN,
                "forbidden",
                "The caller may not do this",
                "None of the token's roles may make this call, or it lacks the scope.",
                request,
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"dendrite\", error=\"insufficient_scope\"");
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status,
            String type,
            String title,
            String detail,
            HttpServletRequest request,
            String header,
            String value) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + type));
        problem.setTitle(title);
        problem.setInstance(URI.create(request.getRequestURI()));
        String traceId = MDC.get("traceId");
        if (traceId != null) {
            problem.setProperty("traceId", traceId);
        }
        return ResponseEntity.status(status)
                .header(header, value)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
