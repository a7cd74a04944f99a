package io.dendrite.notification.ledger.web;

import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What can be said of a body that cannot be read, without quoting it. */
final class UnreadableBody {

    private UnreadableBody() {}

    /** The path of the field that is wrong, or "body". */
    static String field(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof DatabindException unbound
                && !unbound.getPath().isEmpty()) {
            return unbound.getPath().stream()
                    .map(step ->
                            step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                    .collect(Collectors.joining())
                    .replaceFirst("^\\.", "");
        }
        return "body";
    }

    /** What would be right, as "must be …". */
    static String demand(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            return "is not known here: known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .toList();
        }
        if (e.getCause() instanceof StreamReadException broken) {
            return "must be JSON; it is not from line " + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr();
        }
        return e.getCause() instanceof DatabindException unbound
                        && unbound.getPath().isEmpty()
                ? "must be a JSON object"
                : e.getCause() == null ? "must be there" : "must be of the documented form";
    }
}
