package io.dendrite.notification.ledger.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers with a problem where the web server would answer with a page of HTML: to requests that it refuses before the
 * application sees them. Public because the server makes it by name.
 */
public class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        String type = status == 400 ? "invalid-request" : "http-" + status;
        // Nothing of the request is repeated: it could not even be parsed.
        String body = "{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d}".formatted(type, title, status);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            if (response.getReporter() != null) {
                response.getReporter().write(body);
                response.finishResponse();
            }
        } catch (IOException e) {
            // The caller is gone.
        }
    }
}
