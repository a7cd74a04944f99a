package io.dendrite.notification.words;

import java.text.Bidi;
import java.util.Locale;

/** Which way a language is written. */
public final class Direction {

    private Direction() {}

    /** The value of HTML's {@code dir}: told by the language's own name for itself. */
    public static String of(Locale locale) {
        Bidi name = new Bidi(locale.getDisplayLanguage(locale), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        return name.baseIsLeftToRight() ? "ltr" : "rtl";
    }
}
