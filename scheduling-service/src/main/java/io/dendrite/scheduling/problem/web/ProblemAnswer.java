package io.dendrite.scheduling.problem.web;

import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.Trace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer that tells a problem: {@code application/problem+json} (RFC 9457). */
final class ProblemAnswer {

    private ProblemAnswer() {}

    /** The whole answer; the instance is the path of the request, which holds ids only. */
    static ResponseEntity<Object> of(ProblemException problem, String instance) {
        HttpHeaders headers = new HttpHeaders();
        problem.headers().forEach(headers::set);
        return ResponseEntity.status(problem.type().status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(problem, instance));
    }

    /** The members in the order in which people like to read them. */
    static Map<String, Object> body(ProblemException problem, String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type().type());
        body.put("title", problem.type().title());
        body.put("status", problem.type().status());
        body.put("detail", problem.detail());
        body.put("instance", instance);
        body.put("traceId", Trace.current().traceId());
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors());
        }
        body.putAll(problem.members());
        return body;
    }
}
