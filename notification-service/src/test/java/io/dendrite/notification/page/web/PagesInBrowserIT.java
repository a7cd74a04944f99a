package io.dendrite.notification.page.web;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static io.dendrite.notification.ToldScheduling.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.dendrite.events.WaitlistOfferedV1;
import io.dendrite.notification.Browser;
import io.dendrite.notification.SampleEvents;
import io.dendrite.notification.Surroundings;
import io.dendrite.notification.ToldScheduling;
import io.dendrite.notification.ToldScheduling.Told;
import io.dendrite.notification.delivery.mail.MailParts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages as patients have them before them: with and without script, by keyboard, on a phone, in four languages. */
@EnabledIf(
        value = "io.dendrite.notification.Browser#isThere",
        disabledReason = "there is no chromium with chromedriver on this machine")
class PagesInBrowserIT {

    private static final Pattern LINK = Pattern.compile("/my#([A-Za-z0-9_-]{43})");
    private static final String BORN = "1985-04-12";
    private static final Path PICTURES = Path.of("target/pages");

    private static Surroundings surroundings;
    private static ToldScheduling scheduling;
    private static ConfigurableApplicationContext service;
    private static ChromeDriver browser;
    private static String base;

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
        scheduling = new ToldScheduling();
        service = surroundings.startService(scheduling.settings());
        base = "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
        browser = Browser.start(true);
    }

    @AfterAll
    static void stop() {
        browser.quit();
        service.close();
        scheduling.close();
        surroundings.close();
    }

    @Test
    void theLinkFillsItselfInAndLeavesTheAddressBar() throws Exception {
        String booking = told("en");
        browser.get(base + "/my#" + secret(booking));

        assertThat(browser.findElement(By.id("code")).getDomProperty("value")).hasSize(43);
        assertThat(browser.getCurrentUrl()).doesNotContain("#");
        assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("birthDate");
        fillIn(BORN);
        press(By.cssSelector("button[type=submit]"));

        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Your appointment");
        assertThat(browser.getPageSource()).contains("Do not eat for 6 hours");
    }

    @ParameterizedTest
    @CsvSource({"en, Yes, Thank you", "de, Ja, Vielen Dank", "es, Sí, Gracias", "fr, Oui, Merci"})
    void aPatientConfirmsInTheirLanguageAndEveryPageIsAccessible(String language, String yes, String thanks)
            throws Exception {
        String booking = told(language);
        scheduling.tell("/appointments/" + booking + "-0/answer", DONE);
        browser.get(base + "/my?lang=" + language + "#" + secret(booking));
        assertAccessible("door-" + language);
        fillIn(BORN);
        press(By.cssSelector("button[type=submit]"));
        assertAccessible("visit-" + language);

        WebElement button = browser.findElement(By.cssSelector("section[aria-labelledby=confirm] button"));
        assertThat(button.getText()).startsWith(yes);
        press(By.cssSelector("section[aria-labelledby=confirm] button"));

        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo(thanks);
        assertAccessible("done-" + language);
    }

    @Test
    void whatIsWrongIsTiedToItsFieldAndAccessible() throws Exception {
        String booking = told("en");
        scheduling.tell("/appointments/" + booking + "-0", ToldScheduling.WRONG_BIRTH_DATE);
        browser.get(base + "/my#" + secret(booking));
        fillIn("1985-04-13");
        press(By.cssSelector("button[type=submit]"));

        WebElement birthDate = browser.findElement(By.id("birthDate"));
        assertThat(birthDate.getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(birthDate.getDomAttribute("aria-describedby")).contains("error");
        assertThat(browser.findElement(By.id("error")).getText()).contains("does not belong to the link");
        assertAccessible("wrong-birth-date");
    }

    @Test
    void anOfferedPlaceIsTakenAndTheOfferPageIsAccessible() throws Exception {
        String offer = "offer-" + UUID.randomUUID();
        Instant until = Instant.now().plusSeconds(1800);
        surroundings.publish(message(new WaitlistOfferedV1(
                offer,
                surroundings.patient("patient-" + offer, 1, offer + "@example.org"),
                SampleEvents.RIVERSIDE,
                SampleEvents.FIRST_START,
                SampleEvents.FIRST_START.plusSeconds(7200),
                until)));
        scheduling.tell("/offers/" + offer, new Told(200, """
                {"state":"OPEN","start":"2027-03-08T09:00:00-08:00","end":"2027-03-08T10:45:00-08:00",
                 "timeZone":"America/Los_Angeles","siteName":"Riverside Clinic","address":"210 River Street",
                 "phone":"+1 503 555 0142","expiresAt":"%s"}""".formatted(until)));
        scheduling.tell("/offers/" + offer + "/accept", DONE);
        browser.get(base + "/my#" + secret(offer));
        fillIn(BORN);
        press(By.cssSelector("button[type=submit]"));
        assertAccessible("offer");

        press(By.cssSelector("form button"));

        assertThat(browser.findElement(By.cssSelector("[role=status]")).getText())
                .contains("The place is yours");
    }

    /** From the address to the thanks without a mouse. */
    @Test
    void theKeyboardIsEnough() throws Exception {
        String booking = told("en");
        scheduling.tell("/appointments/" + booking + "-0/answer", DONE);
        browser.get(base + "/my#" + secret(booking));
        fillIn(BORN);
        awaitNewPage(() -> browser.switchTo().activeElement().sendKeys(Keys.ENTER));

        WebElement yes = browser.findElement(By.cssSelector("section[aria-labelledby=confirm] button"));
        for (int i = 0; i < 10 && !browser.switchTo().activeElement().equals(yes); i++) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
        }
        assertThat(browser.switchTo().activeElement()).isEqualTo(yes);
        assertThat(yes.getCssValue("outline-width")).isEqualTo("3px");
        awaitNewPage(() -> yes.sendKeys(Keys.ENTER));

        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Thank you");
    }

    @Test
    void withoutScriptTheLinkIsPastedAndEverythingElseIsTheSame() throws Exception {
        String booking = told("en");
        scheduling.tell("/appointments/" + booking + "-0/cancel", DONE);
        ChromeDriver plain = Browser.start(false);
        try {
            plain.get(base + "/my#" + secret(booking));
            assertThat(plain.findElement(By.id("code")).getDomProperty("value")).isEmpty();
            plain.findElement(By.id("code")).sendKeys("https://my.clinic.example/my#" + secret(booking));
            plain.findElement(By.id("birthDate")).sendKeys("04121985");
            plain.findElement(By.cssSelector("button[type=submit]")).click();
            plain.findElement(By.cssSelector("section[aria-labelledby=cancel] button"))
                    .click();

            assertThat(plain.findElement(By.cssSelector("[role=status]")).getText())
                    .contains("Your appointment is cancelled");
        } finally {
            plain.quit();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390})
    void nothingIsCutOffOnAPhone(int width) throws Exception {
        String booking = told("de");
        browser.manage().window().setSize(new Dimension(Math.max(width, 500), 900));
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                java.util.Map.of("width", width, "height", 800, "deviceScaleFactor", 2, "mobile", true));
        try {
            browser.get(base + "/my?lang=de#" + secret(booking));
            assertFits(width, "phone-door-" + width);
            fillIn(BORN);
            press(By.cssSelector("button[type=submit]"));
            assertFits(width, "phone-visit-" + width);
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", java.util.Map.of());
        }
    }

    private static void assertFits(int width, String picture) {
        Browser.picture(browser, PICTURES.resolve(picture + ".png"));
        Number wide = (Number) browser.executeScript("return document.documentElement.scrollWidth");
        assertThat(wide.intValue()).isLessThanOrEqualTo(width);
        // WCAG 2.2, 2.5.8: what is pressed is at least 24 pixels high.
        assertThat(browser.findElements(By.cssSelector("button, input:not([type=hidden]), select, header a")))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target.getSize().getHeight())
                        .as(target.getTagName())
                        .isGreaterThanOrEqualTo(24));
    }

    private static void press(By what) {
        WebElement button = browser.findElement(what);
        awaitNewPage(button::click);
    }

    private static void awaitNewPage(Runnable action) {
        WebElement before = browser.findElement(By.tagName("html"));
        action.run();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try {
                before.isDisplayed();
                return false;
            } catch (StaleElementReferenceException gone) {
                return "complete".equals(browser.executeScript("return document.readyState"));
            }
        });
    }

    private static void fillIn(String birthDate) {
        // What a date field takes from the keyboard depends on the machine's language; its value does not.
        browser.executeScript(
                "document.getElementById('birthDate').value = arguments[0];"
                        + "document.getElementById('birthDate').focus();",
                birthDate);
    }

    private static void assertAccessible(String picture) {
        Browser.picture(browser, PICTURES.resolve(picture + ".png"));
        List<Rule> violations = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(browser)
                .getViolations();
        assertThat(violations).as(picture).isEmpty();
    }

    private static String told(String language) {
        String booking = "b-" + UUID.randomUUID();
        surroundings.publish(message(
                confirmed(surroundings.patient("patient-" + booking, 1, booking + "@example.org"), booking, 1)));
        scheduling.tell(
                "/appointments/" + booking + "-0",
                new Told(
                        200,
                        PagesIT.visit(booking + "-0")
                                .body()
                                .replace("\"language\":\"en\"", "\"language\":\"" + language + "\"")));
        return booking;
    }

    private static String secret(String booking) throws Exception {
        String text = MailParts.of(
                        surroundings.awaitMailsTo(booking + "@example.org", 1).get(0))
                .text("text/plain");
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
