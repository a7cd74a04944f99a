package io.dendrite.scheduling.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that is not blank, fits in one line and holds no control character: safe to show, to log by mistake and to
 * put into a mail header. Null passes; add {@code @NotNull} where the field is required.
 */
@Target({ElementType.FIELD, ElementType.TYPE_USE, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneLineValidator.class)
public @interface OneLine {

    /** The most characters (UTF-16 code units). */
    int max();

    /** What would be right. */
    String message() default "must be 1 to {max} characters in one line, without control characters";

    /** See Jakarta Validation. */
    Class<?>[] groups() default {};

    /** See Jakarta Validation. */
    Class<? extends Payload>[] payload() default {};
}
