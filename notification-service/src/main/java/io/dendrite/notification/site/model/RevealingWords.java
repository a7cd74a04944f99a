package io.dendrite.notification.site.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words that would betray what a visit is for, in the languages that notices are written in. What a site adds to its
 * notices goes to addresses that others read too, so it may hold none of them.
 */
public final class RevealingWords {

    private static final List<String> STEMS = List.of(
            "ketamin",
            "kétamin",
            "ketalar",
            "spravato",
            "infusi",
            "perfusi",
            "intraven",
            "nasal",
            "depress",
            "dépress",
            "depresi",
            "suicid",
            "suizid",
            "psychi",
            "psiqui",
            "psycho",
            "bipolar",
            "anxiet",
            "ansied",
            "anxiété",
            "trauma",
            "addict",
            "adicc",
            "sucht",
            "opioid",
            "chronic pain",
            "schmerz",
            "douleur",
            "dolor cr");

    private RevealingWords() {}

    /** The first such word in a text, if there is one. */
    public static Optional<String> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return STEMS.stream().filter(lower::contains).findFirst();
    }
}
