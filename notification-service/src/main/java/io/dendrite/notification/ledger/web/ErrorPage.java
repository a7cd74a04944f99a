package io.dendrite.notification.ledger.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The last resort: what is refused or fails before any controller is dispatched here by the web server. */
@Hidden
@RestController
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        int status = (Integer) Objects.requireNonNullElse(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), HttpServletResponse.SC_NOT_FOUND);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(
                "/problems/" + (status == 400 ? "invalid-request" : Problems.slug(HttpStatusCode.valueOf(status)))));
        problem.setProperty(TraceFilter.TRACE_ID, request.getAttribute(TraceFilter.TRACE_ID));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
