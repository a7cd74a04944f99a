package io.dendrite.scheduling.problem.web;

import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Explains why a body could not be bound: the path of the field and what would be right. Never the value, which may be
 * a patient's data.
 */
final class UnreadableJson {

    private UnreadableJson() {}

    static ProblemException problem(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return ProblemException.invalid(path(unknown), "is not known here; known are: " + known(unknown));
        }
        if (cause instanceof MismatchedInputException mismatch) {
            String path = path(mismatch);
            String message = ExpectedForm.of(mismatch.getTargetType());
            return path.isEmpty() ? broken("The body " + message + ".") : ProblemException.invalid(path, message);
        }
        if (cause instanceof InputCoercionException outOfRange) {
            return ProblemException.invalid(path(outOfRange), ExpectedForm.of(outOfRange.getTargetType()));
        }
        if (cause instanceof JacksonException json) {
            String path = path(json);
            return broken("The body is not valid JSON" + place(json) + ".")
                    .withErrors(path.isEmpty() ? List.of() : List.of(new FieldError(path, "cannot be read")));
        }
        return broken("The request needs a JSON body.");
    }

    private static ProblemException broken(String detail) {
        return ProblemException.of(ProblemType.INVALID_REQUEST, detail);
    }

    private static String place(JacksonException json) {
        TokenStreamLocation at = json.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : ": see line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> names = unknown.getKnownPropertyIds();
        return names == null
                ? "none"
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    /** Such as {@code appointments[2].start}. */
    static String path(JacksonException failed) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : failed.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else if (step.getIndex() >= 0) {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.length() > 200 ? path.substring(0, 200) + "…" : path.toString();
    }
}
