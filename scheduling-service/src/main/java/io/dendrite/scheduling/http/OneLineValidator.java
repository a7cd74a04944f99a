package io.dendrite.scheduling.http;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link OneLine}. */
public final class OneLineValidator implements ConstraintValidator<OneLine, CharSequence> {

    private int max;

    @Override
    public void initialize(OneLine constraint) {
        max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        return allows(text, max);
    }

    /** Whether a text of at most {@code max} UTF-16 code units may stand where {@link OneLine} is asked for. */
    public static boolean allows(CharSequence text, int max) {
        return text.length() <= max
                && !text.toString().isBlank()
                && text.codePoints().noneMatch(OneLineValidator::isUnwanted);
    }

    /** Line breaks of any sort, invisible controls, and halves of surrogate pairs, which UTF-8 cannot carry. */
    private static boolean isUnwanted(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
