package io.dendrite.notification.site.web;

import io.dendrite.notification.problem.ProblemException;
import io.dendrite.notification.problem.ProblemException.FieldProblem;
import io.dendrite.notification.site.model.ReminderPlan;
import io.dendrite.notification.site.model.RevealingWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a site may decide. */
final class SettingsRules {

    static final Set<String> LANGUAGES = Set.of("de", "en", "es", "fr");

    private static final int LINE = 120;
    private static final int PARAGRAPH = 1000;
    private static final int ADDRESS = 254;

    private final List<FieldProblem> problems = new ArrayList<>();

    private SettingsRules() {}

    /**
     * Finds what is wrong.
     *
     * @throws ProblemException naming every field that is
     */
    static void check(SettingsBody body) {
        SettingsRules rules = new SettingsRules();
        rules.reminders(body);
        rules.civilHours(body.civilHours());
        if (body.texts() != null) {
            rules.texts(body.texts());
        }
        if (body.digest() != null) {
            rules.digest(body.digest());
        }
        if (!rules.problems.isEmpty()) {
            throw ProblemException.invalid(rules.problems);
        }
    }

    private void reminders(SettingsBody body) {
        if (body.reminders() == null) {
            return;
        }
        body.reminders().forEach((group, hours) -> {
            try {
                new ReminderPlan(hours);
            } catch (IllegalArgumentException | NullPointerException e) {
                wrong("reminders." + group, "must be at most " + ReminderPlan.MOST + " numbers from 2 to 720");
            }
        });
    }

    private void civilHours(SettingsBody.@Nullable CivilHoursBody body) {
        try {
            SettingsBody.civil(body);
        } catch (IllegalArgumentException e) {
            wrong("civilHours", "must have from before to");
        }
    }

    private void texts(SettingsBody.TextsBody texts) {
        line("texts.displayName", texts.displayName());
        line("texts.signature", texts.signature());
        if (texts.extra() == null) {
            return;
        }
        texts.extra().forEach((language, text) -> {
            if (!LANGUAGES.contains(language)) {
                wrong(
                        "texts.extra." + safe(language),
                        "must be for one of " + LANGUAGES.stream().sorted().toList());
            } else if (text == null || text.isBlank() || text.length() > PARAGRAPH || hasControl(text, true)) {
                wrong("texts.extra." + language, "must be 1 to " + PARAGRAPH + " characters of plain text");
            } else {
                neutral("texts.extra." + language, text);
            }
        });
    }

    private void line(String field, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.isBlank() || text.length() > LINE || hasControl(text, false)) {
            wrong(field, "must be one line of 1 to " + LINE + " characters");
        } else {
            neutral(field, text);
        }
    }

    private void neutral(String field, String text) {
        RevealingWords.in(text)
                .ifPresent(word -> wrong(field, "must not tell what a visit is for, as \"" + word + "\" does"));
    }

    private void digest(SettingsBody.DigestBody digest) {
        String email = digest.email();
        if (email == null
                || email.length() > ADDRESS
                || !email.matches("[^\\s@<>(),;:\"\\[\\]\\p{Cntrl}]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
            wrong("digest.email", "must be a bare e-mail address");
        }
        if (digest.language() != null && !LANGUAGES.contains(digest.language())) {
            wrong(
                    "digest.language",
                    "must be one of " + LANGUAGES.stream().sorted().toList());
        }
    }

    private static boolean hasControl(String text, boolean linesAllowed) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && !(linesAllowed && c == '\n'));
    }

    private static String safe(String key) {
        return key.length() > 20 ? key.substring(0, 20) : key;
    }

    private void wrong(String field, String message) {
        problems.add(new FieldProblem(field, message));
    }
}
