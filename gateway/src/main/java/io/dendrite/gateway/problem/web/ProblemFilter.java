package io.dendrite.gateway.problem.web;

import io.dendrite.gateway.correlation.model.Correlation;
import io.dendrite.gateway.problem.model.Problem;
import io.dendrite.gateway.problem.model.ProblemException;
import io.dendrite.gateway.problem.model.ProblemKind;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns whatever fails further in into an RFC 9457 answer.
 *
 * <p>A filter, not an exception handler, so that the access log outside it sees the status that was answered. Answers
 * of services pass it untouched: they are no failures, whatever their status.
 */
@Component
@Order(ProblemFilter.ORDER)
class ProblemFilter implements WebFilter {

    static final int ORDER = -400;

    private static final Logger LOG = LoggerFactory.getLogger(ProblemFilter.class);

    private final JsonMapper json;

    ProblemFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).onErrorResume(failure -> answer(exchange, failure));
    }

    private Mono<Void> answer(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            // Part of an answer is out. Breaking the connection is the only honest signal left.
            return Mono.error(failure);
        }
        ProblemException problem = FailureTranslation.problemOf(failure);
        Correlation correlation = exchange.getRequiredAttribute(Correlation.ATTRIBUTE);
        log(problem, correlation);

        byte[] body = json.writeValueAsBytes(Problem.of(
                problem.kind(),
                problem.detail(),
                exchange.getRequest().getURI().getRawPath(),
                correlation.trace().traceId()));
        response.setStatusCode(HttpStatusCode.valueOf(problem.kind().status()));
        HttpHeaders headers = response.getHeaders();
        // What lets a page of an allowed origin read the answer must stay.
        List.copyOf(headers.headerNames()).stream()
                .filter(name -> !name.regionMatches(true, 0, "Access-Control-", 0, "Access-Control-".length()))
                .filter(name -> !name.equalsIgnoreCase(HttpHeaders.VARY))
                .forEach(headers::remove);
        headers.set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.setContentLength(body.length);
        if (problem.kind() == ProblemKind.REQUEST_TIMEOUT || problem.kind() == ProblemKind.PAYLOAD_TOO_LARGE) {
            // The rest of the request may still come; it must not be taken for the next one.
            headers.set(HttpHeaders.CONNECTION, "close");
        }
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static void log(ProblemException problem, Correlation correlation) {
        if (problem.kind() == ProblemKind.INTERNAL) {
            LOG.error("failed requestId={}", correlation.requestId().value(), problem.getCause());
        } else if (problem.kind().status() >= 500) {
            Throwable cause = problem.getCause();
            LOG.warn(
                    "{} requestId={} cause={}",
                    problem.kind(),
                    correlation.requestId().value(),
                    cause == null ? "-" : cause.getClass().getSimpleName());
        }
    }
}
