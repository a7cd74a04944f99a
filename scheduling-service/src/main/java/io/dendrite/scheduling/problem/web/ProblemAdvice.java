package io.dendrite.scheduling.problem.web;

import io.dendrite.encryption.KeyDestroyedException;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever a controller, or Spring on the way to it, throws into a problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException problem, WebRequest request) {
        return ProblemAnswer.of(problem, path(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> erased(KeyDestroyedException erased, WebRequest request) {
        return ProblemAnswer.of(
                ProblemException.conflict(
                        ProblemType.ILLEGAL_STATUS, "The patient was erased while the request was worked on."),
                path(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        if (Outage.causes(failure)) {
            LOG.warn("MongoDB does not answer: {}", failure.getClass().getName());
            return ProblemAnswer.of(Outage.problem(), path(request));
        }
        LOG.error("unexpected failure: {}", Accident.describe(failure));
        return ProblemAnswer.of(Statuses.internalError(), path(request));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemAnswer.of(ProblemException.invalid(InvalidFields.of(failure.getBindingResult())), path(request));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemAnswer.of(ProblemException.invalid(InvalidFields.of(failure)), path(request));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestTooLargeException tooLarge) {
                return ProblemAnswer.of(tooLarge.problem(), path(request));
            }
        }
        return ProblemAnswer.of(UnreadableJson.problem(failure.getCause()), path(request));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = failure instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Objects.requireNonNullElse(failure.getPropertyName(), "request");
        return ProblemAnswer.of(
                ProblemException.invalid(name, ExpectedForm.of(failure.getRequiredType())), path(request));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return ProblemAnswer.of(
                ProblemException.invalid(failure.getParameterName(), "is missing: it is required"), path(request));
    }

    /** Everything else that Spring refuses has a status, and headers such as Allow that go with it. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            return unexpected(failure, request);
        }
        ProblemException problem = Statuses.problem(status.value());
        ResponseEntity<Object> answer = ProblemAnswer.of(problem, path(request));
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.putAll(answer.getHeaders());
        return new ResponseEntity<>(answer.getBody(), all, answer.getStatusCode());
    }

    private static String path(WebRequest request) {
        return ((ServletWebRequest) request).getRequest().getRequestURI();
    }
}
