package io.dendrite.scheduling.problem.web;

import io.dendrite.scheduling.problem.FieldError;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;

/** What bean validation found, with the paths that the JSON has. */
final class InvalidFields {

    private static final Pattern MAP_KEY = Pattern.compile("\\[([^]0-9][^]]*)]");
    private static final Comparator<FieldError> ORDER =
            Comparator.comparing(FieldError::field).thenComparing(FieldError::message);

    private InvalidFields() {}

    static List<FieldError> of(Errors errors) {
        return errors.getAllErrors().stream()
                .map(InvalidFields::of)
                .sorted(ORDER)
                .toList();
    }

    static List<FieldError> of(MethodValidationResult result) {
        return result.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter instanceof ParameterErrors nested
                        ? of(nested).stream()
                        : parameter.getResolvableErrors().stream()
                                .map(error -> new FieldError(
                                        Objects.requireNonNullElse(
                                                parameter.getMethodParameter().getParameterName(), "request"),
                                        message(error))))
                .sorted(ORDER)
                .toList();
    }

    private static FieldError of(ObjectError error) {
        String field = error instanceof org.springframework.validation.FieldError of ? of.getField() : "";
        // Spring writes openingHours[MONDAY][0].from and skills[]; the JSON has openingHours.MONDAY[0].from and skills.
        return new FieldError(MAP_KEY.matcher(field).replaceAll(".$1").replace("[]", ""), message(error));
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }
}
