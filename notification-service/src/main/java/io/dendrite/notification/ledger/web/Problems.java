package io.dendrite.notification.ledger.web;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import io.dendrite.notification.ledger.application.StoreUnavailableException;
import io.dendrite.notification.problem.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as a problem (RFC 9457) with a stable type, the trace id, and no word about a patient. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> invalid(UnusableParameterException e, WebRequest request) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid");
        problem.setDetail(e.parameter() + " " + e.getMessage());
        problem.setProperty(
                "errors", List.of(Map.of("field", e.parameter(), "message", String.valueOf(e.getMessage()))));
        return answer(e, problem, new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> problem(ProblemException e, WebRequest request) {
        ProblemDetail problem = problem(HttpStatus.valueOf(e.status()), e.type(), e.title());
        problem.setDetail(e.getMessage());
        if (!e.errors().isEmpty()) {
            problem.setProperty("errors", e.errors());
        }
        return answer(e, problem, new HttpHeaders(), request);
    }

    /** Names the place, never what stood there. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = UnreadableBody.field(e);
        return problem(
                ProblemException.invalid(List.of(new ProblemException.FieldProblem(field, UnreadableBody.demand(e)))),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> notFound(NoticeNotFoundException e, WebRequest request) {
        ProblemDetail problem = problem(HttpStatus.NOT_FOUND, "not-found", "Not found");
        problem.setDetail("There is no notice with this id.");
        return answer(e, problem, new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unavailable(StoreUnavailableException e, WebRequest request) {
        log.warn("request refused: {}", e.getMessage());
        ProblemDetail problem = problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available now");
        problem.setDetail("The ledger cannot be read at the moment. Please try again shortly.");
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return answer(e, problem, headers, request);
    }

    /** The audit's own word that it cannot keep a record, so that the answer is withheld. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unavailable(MongoException e, WebRequest request) {
        return e instanceof MongoCommandException || e instanceof MongoWriteException
                ? unexpected(e, request)
                : unavailable(new StoreUnavailableException(e), request);
    }

    /** What the web server itself cannot decode, such as a percent sign without digits. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> undecodable(InvalidParameterException e, WebRequest request) {
        return invalid(new UnusableParameterException("query", "must be correctly percent-encoded"), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
        log.error("request failed", e);
        ProblemDetail problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Internal error");
        return answer(e, problem, new HttpHeaders(), request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e, ProblemDetail problem, HttpHeaders headers, WebRequest request) {
        return handleExceptionInternal(e, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    /** Also what Spring MVC itself refuses, such as an unknown path or method, comes through here. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem =
                body instanceof ProblemDetail given ? given : ProblemDetail.forStatusAndDetail(status, "");
        if (problem.getType() == null || problem.getType().equals(URI.create("about:blank"))) {
            problem.setType(URI.create("/problems/" + slug(status)));
        }
        if (request instanceof ServletWebRequest servlet) {
            problem.setInstance(URI.create(servlet.getRequest().getRequestURI()));
        }
        problem.setProperty(TraceFilter.TRACE_ID, MDC.get(TraceFilter.TRACE_ID));
        // What comes in may be read-only.
        HttpHeaders answered = new HttpHeaders();
        answered.putAll(headers);
        answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(e, problem, answered, status, request);
    }

    static String slug(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "http-" + status.value()
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + type));
        problem.setTitle(title);
        return problem;
    }
}
