package io.dendrite.scheduling.patient.model;

import java.time.LocalDate;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a patient's data must be like to be stored. */
public final class PatientRules {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final String NO_SPECIALS = "[!-~&&[^\"(),:;<>@\\[\\\\\\]]]";

    /**
     * Narrower than RFC 5322 on purpose: no quoted part, no comment, ASCII only, and a domain with a dot. That is what
     * mail servers accept everywhere, and it leaves no way to smuggle anything into a mail header.
     */
    private static final Pattern EMAIL = Pattern.compile(
            NO_SPECIALS + "{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

    private PatientRules() {}

    /**
     * What is wrong with this patient, by field; empty when all is well.
     *
     * @param today the date in UTC
     */
    public static Map<String, String> violations(Patient patient, LocalDate today) {
        Map<String, String> found = new LinkedHashMap<>();
        if (patient.birthDate().isBefore(EARLIEST_BIRTH)) {
            found.put("birthDate", "must not be before 1900-01-01");
        } else if (!patient.birthDate().isBefore(today)) {
            found.put("birthDate", "must be in the past");
        }
        if (!isEmail(patient.email())) {
            found.put("email", "must be an e-mail address in ASCII, such as maria@example.org");
        }
        if (!isLanguage(patient.language())) {
            found.put("language", "must be a BCP 47 language tag, such as en or pt-BR");
        }
        return found;
    }

    private static boolean isEmail(@Nullable String email) {
        return email == null || EMAIL.matcher(email).matches();
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
