package io.dendrite.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.Browser;
import io.dendrite.notification.delivery.application.NoticeTexts.NoticeText;
import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.SampleNotices;
import io.dendrite.notification.ledger.model.Visit;
import io.dendrite.notification.site.model.SiteTexts;
import io.dendrite.notification.words.Bundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.chrome.ChromeDriver;

/** All notices in all languages, as files to look at: {@code target/gallery/index.html}, with a picture of each. */
class NoticeGalleryIT {

    private static final Path GALLERY = Path.of("target/gallery");

    @Test
    void writesEveryNoticeInEveryLanguage() throws IOException {
        Files.createDirectories(GALLERY);
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, NoticeContent> notice : notices().entrySet()) {
            for (String language : Bundles.LANGUAGES) {
                NoticeText text = text(notice.getValue(), language);
                String name = notice.getKey() + "-" + language;
                Files.writeString(GALLERY.resolve(name + ".html"), text.html());
                Files.writeString(GALLERY.resolve(name + ".txt"), text.plain());
                rows.add(
                        "<li><a href=\"%1$s.html\">%1$s</a> (<a href=\"%1$s.txt\">text</a>, <a href=\"%1$s.png\">picture</a>): %2$s</li>"
                                .formatted(name, text.subject()));
                assertThat(text.html())
                        .as(name)
                        .contains("lang=\"" + language)
                        .contains("color-scheme")
                        .doesNotContain("src=", "<script", "url(", "{0}", "??");
            }
        }
        Files.writeString(
                GALLERY.resolve("index.html"),
                "<!DOCTYPE html><meta charset=\"UTF-8\"><title>Notices</title><ul>" + String.join("\n", rows)
                        + "</ul>");
        assertThat(rows).hasSize(notices().size() * Bundles.LANGUAGES.size());
    }

    @Test
    @EnabledIf(
            value = "io.dendrite.notification.Browser#isThere",
            disabledReason = "there is no chromium with chromedriver on this machine")
    void drawsEveryNoticeInLightAndInTheDark() throws IOException {
        writesEveryNoticeInEveryLanguage();
        ChromeDriver browser = Browser.start(true);
        try {
            for (String name : notices().keySet()) {
                for (String language : Bundles.LANGUAGES) {
                    String file = name + "-" + language;
                    browser.get(GALLERY.resolve(file + ".html").toUri().toString());
                    Browser.picture(browser, GALLERY.resolve(file + ".png"));
                }
            }
            assertThat(background(browser)).isEqualTo("rgba(255, 255, 255, 1)");
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
            assertThat(background(browser)).isEqualTo("rgba(27, 30, 34, 1)");
            Browser.picture(browser, GALLERY.resolve("dark.png"));
        } finally {
            browser.quit();
        }
        assertThat(GALLERY.resolve("confirmed-one-fr.png")).isNotEmptyFile();
    }

    private static String background(ChromeDriver browser) {
        return browser.findElement(org.openqa.selenium.By.tagName("body")).getCssValue("background-color");
    }

    private static NoticeText text(NoticeContent content, String language) {
        Map<String, String> links = content.kind().name().endsWith("CANCELLED")
                ? Map.of()
                : content.visits().stream()
                        .collect(Collectors.toMap(
                                Visit::appointmentId, visit -> "https://my.clinic.example/my#" + "A".repeat(43)));
        SiteTexts texts = new SiteTexts(null, null, Map.of("en", "Please park behind the house.\nThe door is blue."));
        return MailConfiguration.texts()
                .of(SampleLetters.of(
                        content, new Recipient("María José", "maria@example.org", language, true), texts, links));
    }

    private static Map<String, NoticeContent> notices() {
        Map<String, NoticeContent> all = new LinkedHashMap<>();
        all.put("confirmed-one", SampleNotices.confirmation("e1", 1));
        all.put("confirmed-many", SampleNotices.confirmation("e1", 6));
        all.put("rescheduled", SampleNotices.reschedule("e2", 1));
        all.put("cancelled", SampleNotices.cancellation("e3", 2));
        all.put("reminder", SampleNotices.reminder("e4"));
        all.put("offered", SampleNotices.offer("e5"));
        return all;
    }
}
