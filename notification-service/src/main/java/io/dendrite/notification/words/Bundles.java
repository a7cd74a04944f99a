package io.dendrite.notification.words;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The message bundles. */
public final class Bundles {

    /** The languages that all bundles are translated into, by their ISO 639 codes. */
    public static final List<String> LANGUAGES = List.of("en", "es", "de", "fr");

    private Bundles() {}

    /** The words of these bundles; what the first lacks is looked for in the next. */
    public static MessageSource of(String... names) {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(names);
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // English where a language is missing, whatever the machine's own language is.
        source.setFallbackToSystemLocale(false);
        return source;
    }

    /** The bundle names its own language, so dates are never told in another language than the words around them. */
    public static Locale translated(MessageSource words, String language) {
        return Locale.forLanguageTag(words.getMessage("language", null, Locale.forLanguageTag(language)));
    }
}
