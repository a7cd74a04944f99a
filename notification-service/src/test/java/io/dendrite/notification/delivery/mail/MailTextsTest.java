package io.dendrite.notification.delivery.mail;

import static io.dendrite.notification.ledger.model.SampleNotices.RIVERSIDE;
import static io.dendrite.notification.ledger.model.SampleNotices.cancellation;
import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static io.dendrite.notification.ledger.model.SampleNotices.offer;
import static io.dendrite.notification.ledger.model.SampleNotices.reminder;
import static io.dendrite.notification.ledger.model.SampleNotices.reschedule;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.calendarfile.ical4j.CalendarFiles;
import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.SampleNotices;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextsTest {

    private static final String BEFORE = "Monday, March 8, 2027, 9:00 AM to 10:45 AM (Pacific Standard Time)";
    private static final String AFTER = "Monday, March 15, 2027, 10:00 AM to 11:45 AM (Pacific Daylight Time)";

    private final MailComposer composer = MailConfiguration.composer(
            MailConfiguration.texts(),
            CalendarFiles.writer(),
            new MailSettings("appointments@clinic.example", null),
            Clock.systemUTC());

    @Test
    void tellsTheTimeAsTheClocksAtTheSiteShowItOnBothSidesOfAChange() throws Exception {
        MailParts mail = compose(confirmation("e1", 2), "María José", "en");

        assertThat(mail.text("text/plain")).contains(BEFORE).contains(AFTER);
        assertThat(mail.text("text/html")).contains(BEFORE).contains(AFTER);
    }

    @Test
    void tellsTheOldAndTheNewTimeOfAMove() throws Exception {
        MailParts mail = compose(reschedule("e2", 1), "María José", "en");

        assertThat(mail.message().getSubject()).isEqualTo("Your appointment at Riverside Clinic has a new time");
        assertThat(mail.text("text/plain")).containsSubsequence("It is now on:", AFTER, "It was planned for:", BEFORE);
    }

    @Test
    void saysTheSameInBothForms() throws Exception {
        for (NoticeContent content : List.of(
                confirmation("e1", 1),
                confirmation("e1", 3),
                reschedule("e2", 1),
                cancellation("e3", 2),
                reminder("e4"),
                offer("e5"))) {
            MailParts mail = compose(content, "María José", "en");
            String html = mail.text("text/html");
            String body = html.substring(html.indexOf("<body"));

            assertThat(words(body.replaceAll("<[^>]*>", " "))).isEqualTo(words(mail.text("text/plain")));
        }
    }

    @Test
    void isCompleteAndOpensWithTheFirstName() throws Exception {
        String text = compose(cancellation("e3", 2), "María José", "en").text("text/plain");

        assertThat(text)
                .startsWith("Hello María José,")
                .contains(BEFORE)
                .contains("Riverside Clinic, 210 River Street, Portland, OR 97201")
                .contains("+1 503 555 0142");
        assertThat(compose(cancellation("e3", 2), "  ", "en").text("text/plain"))
                .startsWith("Hello,");
    }

    @Test
    void neverTellsWhatTheAppointmentIsFor() throws Exception {
        for (NoticeContent content : List.of(
                confirmation("e1", 1),
                confirmation("e1", 6),
                reschedule("e2", 1),
                cancellation("e3", 2),
                reminder("e4"),
                offer("e5"))) {
            MailParts mail = compose(content, "María José", "en");
            String all = (mail.message().getSubject() + mail.text("text/plain") + mail.text("text/html"))
                    .toLowerCase(Locale.ROOT);

            assertThat(all)
                    .doesNotContain(
                            "infusion", "treatment", "therapy", "session", "course", "dose", "ketamine", "<img");
        }
    }

    @Test
    void escapesNamesInHtml() throws Exception {
        String html = compose(confirmation("e1", 1), "<b>{0}</b> & [(${subject})]", "en")
                .text("text/html");

        assertThat(html).contains("&lt;b&gt;{0}&lt;/b&gt; &amp; [(${subject})]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt", "nl-BE", "not a language", ""})
    void writesEnglishThroughoutWhereALanguageIsNotTranslated(String language) throws Exception {
        MailParts mail = compose(confirmation("e1", 1), "María José", language);

        assertThat(mail.text("text/plain")).contains(BEFORE);
        assertThat(mail.text("text/html")).contains("<html lang=\"en-US\" dir=\"ltr\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "de", "fr"})
    void saysTheSameInBothFormsInEveryLanguage(String language) throws Exception {
        for (NoticeContent content : List.of(confirmation("e1", 3), reschedule("e2", 1), reminder("e4"), offer("e5"))) {
            MailParts mail = compose(content, "María José", language);
            String html = mail.text("text/html");

            assertThat(words(html.substring(html.indexOf("<body"))
                            .replaceAll("<[^>]*>", " ")
                            .replace("&#39;", "'")))
                    .isEqualTo(words(mail.text("text/plain")));
        }
    }

    @Test
    void keepsNamesOfTheOtherDirectionTogether() throws Exception {
        Clinic hebrew = new Clinic(
                "c",
                "\u05de\u05e8\u05e4\u05d0\u05d4",
                RIVERSIDE.timeZone(),
                "1 \u05e8\u05d7\u05d5\u05d1",
                "+972 3 555");
        String html = compose(SampleNotices.at(hebrew, confirmation("e1", 1)), "Ann", "en")
                .text("text/html");

        assertThat(html).contains("<bdi>\u05de\u05e8\u05e4\u05d0\u05d4</bdi>", "<bdi>+972 3 555</bdi>");
        assertThat(io.dendrite.notification.words.Direction.of(Locale.forLanguageTag("he")))
                .isEqualTo("rtl");
        assertThat(io.dendrite.notification.words.Direction.of(Locale.forLanguageTag("ar")))
                .isEqualTo("rtl");
        assertThat(io.dendrite.notification.words.Direction.of(Locale.forLanguageTag("de")))
                .isEqualTo("ltr");
    }

    private MailParts compose(NoticeContent content, String givenName, String language) throws Exception {
        Recipient recipient = new Recipient(givenName, "maria@example.org", language, true);
        return MailParts.of(composer.compose(SampleLetters.of(content, recipient)));
    }

    private static String words(String text) {
        return text.replaceAll("[\\s,:]+", " ").replace(" ,", ",").strip();
    }
}
