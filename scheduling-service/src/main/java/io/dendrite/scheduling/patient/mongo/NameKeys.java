package io.dendrite.scheduling.patient.mongo;

import io.dendrite.scheduling.patient.model.Patient;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names in the form in which they are searched: lower case, without accents and commas. */
final class NameKeys {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");

    private NameKeys() {}

    static String of(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SEPARATORS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** One of these must begin with what is searched. */
    static List<String> searched(Patient patient) {
        String family = of(patient.familyName());
        String given = of(patient.givenName());
        return List.of(family + " " + given, given + " " + family);
    }
}
