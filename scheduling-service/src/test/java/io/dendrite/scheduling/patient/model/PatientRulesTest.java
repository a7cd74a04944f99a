package io.dendrite.scheduling.patient.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate BORN = LocalDate.of(1985, 4, 12);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maria@example.org",
                "m.s+clinic@mail.example.co.uk",
                "o'neil@example.org",
                "a@xn--bcher-kva.example"
            })
    void acceptsAnAddress(String email) {
        assertThat(violations(BORN, email, "en")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "maria",
                "@example.org",
                "maria@",
                "maria@localhost",
                "maria@example..org",
                "maria@-example.org",
                "a b@example.org",
                "maria@example.org, eve@example.org",
                "Maria <maria@example.org>",
                "\"a\"@example.org",
                "maria@example.org\r\nBcc: eve@example.org",
                "maria@example.org\n",
                "marí@example.org",
                "maria@exämple.org",
                "a(comment)@example.org",
                "maria@[127.0.0.1]"
            })
    void refusesWhatIsNoAddressOrMoreThanOne(String email) {
        assertThat(violations(BORN, email, "en")).containsOnlyKeys("email");
    }

    @Test
    void acceptsAPatientWithoutAnAddress() {
        assertThat(violations(BORN, null, "en")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR", "zh-Hant-TW", "de-CH-1996"})
    void acceptsALanguageTag(String language) {
        assertThat(violations(BORN, null, language)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english language", "e", "en_US", "x-klingon", "en-"})
    void refusesWhatIsNoLanguageTag(String language) {
        assertThat(violations(BORN, null, language)).containsOnlyKeys("language");
    }

    @Test
    void refusesABirthThatIsNotInThePast() {
        assertThat(violations(TODAY, null, "en")).containsOnlyKeys("birthDate");
        assertThat(violations(TODAY.plusYears(1), null, "en")).containsOnlyKeys("birthDate");
        assertThat(violations(TODAY.minusDays(1), null, "en")).isEmpty();
    }

    @Test
    void refusesABirthBefore1900() {
        assertThat(violations(LocalDate.of(1899, 12, 31), null, "en")).containsOnlyKeys("birthDate");
        assertThat(violations(LocalDate.of(1900, 1, 1), null, "en")).isEmpty();
    }

    @Test
    void theContactIsTheSameUnlessAMessageWouldGoElsewhereOrReadDifferently() {
        Patient maria = patient("Maria", "maria@example.org", "en", true);

        assertThat(maria.reachedLike(new Patient(
                        "p",
                        "Maria",
                        "Silva",
                        BORN.plusDays(1),
                        "maria@example.org",
                        null,
                        "en",
                        true,
                        List.of("*"),
                        7,
                        3)))
                .isTrue();
        // Another channel may use the phone.
        assertThat(maria.reachedLike(new Patient(
                        "p", "Maria", "Sousa", BORN, "maria@example.org", "+1 555", "en", true, List.of("*"), 1, 1)))
                .isFalse();
        assertThat(maria.reachedLike(maria.told(
                        "en", new ContactWishes(ContactWishes.Channel.EMAIL, ContactWishes.Reminders.FEWER))))
                .isFalse();
        assertThat(maria.reachedLike(patient("Marie", "maria@example.org", "en", true)))
                .isFalse();
        assertThat(maria.reachedLike(patient("Maria", "other@example.org", "en", true)))
                .isFalse();
        assertThat(maria.reachedLike(patient("Maria", null, "en", true))).isFalse();
        assertThat(maria.reachedLike(patient("Maria", "maria@example.org", "pt", true)))
                .isFalse();
        assertThat(maria.reachedLike(patient("Maria", "maria@example.org", "en", false)))
                .isFalse();
    }

    private static Patient patient(String givenName, String email, String language, boolean consent) {
        return new Patient("p", givenName, "Sousa", BORN, email, null, language, consent, List.of("*"), 1, 1);
    }

    private static Map<String, String> violations(LocalDate born, String email, String language) {
        return PatientRules.violations(
                new Patient("p", "Maria", "Sousa", born, email, null, language, true, List.of("*"), 1, 1), TODAY);
    }
}
