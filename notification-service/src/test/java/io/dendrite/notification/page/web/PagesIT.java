package io.dendrite.notification.page.web;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static io.dendrite.notification.SampleEvents.rescheduled;
import static io.dendrite.notification.ToldScheduling.DONE;
import static io.dendrite.notification.ToldScheduling.WRONG_BIRTH_DATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.events.PatientContact;
import io.dendrite.events.PatientErasedV1;
import io.dendrite.events.WaitlistOfferedV1;
import io.dendrite.notification.SampleEvents;
import io.dendrite.notification.Surroundings;
import io.dendrite.notification.ToldScheduling;
import io.dendrite.notification.ToldScheduling.Told;
import io.dendrite.notification.delivery.mail.MailParts;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Links in mails and what they open: for whom, how often, and until when. */
class PagesIT {

    private static final String BORN = "1985-04-12";
    private static final Pattern LINK = Pattern.compile("https://my\\.clinic\\.example/my#([A-Za-z0-9_-]{43})");

    private static Surroundings surroundings;
    private static ToldScheduling scheduling;
    private static ConfigurableApplicationContext service;
    private static PageReader reader;

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
        scheduling = new ToldScheduling();
        service = surroundings.startService(scheduling.settings());
        reader =
                new PageReader("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        service.close();
        scheduling.close();
        surroundings.close();
    }

    @Test
    void aLinkOpensTheVisitForWhoeverKnowsTheBirthDate() throws Exception {
        String secret = told("opens");

        HttpResponse<String> page = reader.open(secret, BORN);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Monday, March 8, 2027, 9:00 AM to 10:45 AM")
                .contains("Do not eat for 6 hours")
                .contains("Somebody has to take you home")
                .contains("Yes, I am coming")
                .doesNotContain(secret);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(scheduling.asked())
                .filteredOn(asked -> asked.path().contains("opens"))
                .allSatisfy(asked -> assertThat(asked.authorization()).isEqualTo("Bearer good"));
    }

    @Test
    void onlyTheHashOfASecretIsStored() throws Exception {
        String secret = told("hashed");
        reader.open(secret, BORN);

        List<String> everything = new ArrayList<>();
        surroundings
                .database()
                .listCollectionNames()
                .forEach(name -> surroundings
                        .database()
                        .getCollection(name)
                        .find()
                        .forEach(document -> everything.add(document.toJson())));
        assertThat(everything).isNotEmpty().noneMatch(document -> document.contains(secret));
    }

    @Test
    void lookingAtLinksAheadChangesNothingHoweverOften() throws Exception {
        told("prefetched");
        int before = scheduling.asked().size();
        for (String path : List.of("/my", "/my?lang=de", "/my/style.css", "/my/fill.js")) {
            assertThat(reader.get(path).statusCode()).as(path).isEqualTo(200);
        }

        assertThat(reader.get("/my/answer").statusCode()).isEqualTo(405);
        assertThat(reader.get("/my/open").statusCode()).isEqualTo(405);
        assertThat(scheduling.asked()).hasSize(before);
    }

    @Test
    void aButtonWorksOnceHoweverManyPressItTogether() throws Exception {
        String secret = told("once");
        scheduling.tell("/appointments/once-0/answer", DONE);
        Map<String, String> form = PageReader.form(reader.open(secret, BORN).body(), "CONFIRM");

        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Integer> statuses = new ArrayList<>();
        try {
            Callable<HttpResponse<String>> press = () -> reader.post("/my/answer", form);
            for (Future<HttpResponse<String>> each : pool.invokeAll(Collections.nCopies(8, press))) {
                statuses.add(each.get().statusCode());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
        assertThat(scheduling.asked())
                .filteredOn(asked -> asked.path().equals("/appointments/once-0/answer"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body())
                        .contains("\"answer\":\"CONFIRMED\"", "\"via\":\"LINK\"", "\"sequence\":0", BORN));
        // Who comes back to the page later gets buttons of its own.
        assertThat(reader.open(secret, BORN).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"CANCEL, /cancel, Your appointment is cancelled", "ANOTHER_TIME, /answer, We will call you"})
    void whatAPatientAsksForReachesTheFrontDesk(String use, String path, String said) throws Exception {
        String booking = "asks-" + use.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        String secret = told(booking);
        scheduling.tell("/appointments/" + booking + "-0" + path, DONE);
        Map<String, String> form = PageReader.form(reader.open(secret, BORN).body(), use);
        form.put("partOfDay", "MORNING");

        HttpResponse<String> answer = reader.post("/my/answer", form);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(said);
    }

    @Test
    void preferencesAreStoredAndAnswerInTheNewLanguageNextTime() throws Exception {
        String secret = told("prefers");
        scheduling.tell("/patients/patient-prefers/preferences", DONE);
        Map<String, String> form = PageReader.form(reader.open(secret, BORN).body(), "PREFERENCES");
        Map<String, String> incomplete = Map.copyOf(form);
        form.putAll(Map.of("language", "de", "channel", "EMAIL", "reminders", "FEWER"));

        assertThat(reader.post("/my/answer", incomplete).statusCode()).isEqualTo(422);
        assertThat(reader.post("/my/answer", form).body()).contains("Your choice is saved");
        assertThat(scheduling.asked())
                .filteredOn(asked -> asked.path().startsWith("/patients/patient-prefers"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body())
                        .contains("\"language\":\"de\"", "\"reminders\":\"FEWER\"", "\"channel\":\"EMAIL\""));
    }

    @Test
    void wrongBirthDatesLockTheLinkAndOnlyThatLink() throws Exception {
        String locked = told("locked");
        String other = told("locked-not");
        scheduling.tell("/appointments/locked-0", WRONG_BIRTH_DATE);
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> page = reader.open(locked, "1985-04-1" + i);
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("does not belong to the link").doesNotContain("March");
        }
        scheduling.tell("/appointments/locked-0", visit("locked-0"));

        assertThat(reader.open(locked, BORN).statusCode()).isEqualTo(403);
        assertThat(reader.open(other, BORN).statusCode()).isEqualTo(200);
    }

    @Test
    void someMistakesAreForgivenOnceTheBirthDateIsRight() throws Exception {
        String secret = told("mistaken");
        for (int round = 0; round < 3; round++) {
            scheduling.tell("/appointments/mistaken-0", WRONG_BIRTH_DATE);
            for (int i = 0; i < 4; i++) {
                reader.open(secret, "1985-04-13");
            }
            scheduling.tell("/appointments/mistaken-0", visit("mistaken-0"));
            assertThat(reader.open(secret, BORN).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aMoveMakesOlderLinksWorthless() throws Exception {
        PatientContact patient = surroundings.patient("patient-moved", 1, "moved@example.org");
        String old = told("moved");
        surroundings.publish(message(rescheduled(patient, "moved", 1)));
        String current = secret("moved@example.org", 2);
        scheduling.tell("/appointments/moved-0", visit("moved-0"));

        assertThat(reader.open(old, BORN).statusCode()).isEqualTo(404);
        assertThat(reader.open(current, BORN).statusCode()).isEqualTo(200);
    }

    @Test
    void aSecretOfSomethingElseOpensNothingAndDoesNothing() throws Exception {
        String mine = told("mine");
        String theirs = told("theirs");
        scheduling.tell("/appointments/mine-0/answer", DONE);
        Map<String, String> form = PageReader.form(reader.open(mine, BORN).body(), "CONFIRM");

        // A button is no page, a page no button, and one button not another.
        assertThat(reader.open(form.get("secret"), BORN).statusCode()).isEqualTo(404);
        form.put("secret", theirs);
        assertThat(reader.post("/my/answer", form).statusCode()).isEqualTo(404);
        form.put(
                "secret",
                PageReader.form(reader.open(mine, BORN).body(), "PREFERENCES").get("secret"));
        assertThat(reader.post("/my/answer", form).statusCode()).isEqualTo(404);
        form.put("use", "VISIT");
        assertThat(reader.post("/my/answer", form).statusCode()).isEqualTo(422);
        assertThat(scheduling.asked()).noneMatch(asked -> asked.path().equals("/appointments/mine-0/answer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "short",
                "https://my.clinic.example/my#",
                "https://my.clinic.example/my#<script>alert(1)</script>",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void tellsWhatIsWrongWithWhatIsNoLink(String typed) throws Exception {
        HttpResponse<String> page = reader.open(typed, BORN);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("This is not a link from our message").doesNotContain("<script>alert");
    }

    @Test
    void aGuessedSecretOpensNothing() throws Exception {
        assertThat(reader.open("A".repeat(43), BORN).statusCode()).isEqualTo(404);
        assertThat(reader.open("A".repeat(43), "not a date").body()).contains("Please give your date of birth");
    }

    @Test
    void whatCannotBeDoneNowCanBeTriedAgain() throws Exception {
        String secret = told("away");
        scheduling.tell("/appointments/away-0/answer", DONE);
        Map<String, String> form = PageReader.form(reader.open(secret, BORN).body(), "CONFIRM");
        scheduling.away(true);
        HttpResponse<String> closed = reader.open(secret, BORN);
        HttpResponse<String> unheard = reader.post("/my/answer", form);
        scheduling.away(false);

        assertThat(closed.statusCode()).isEqualTo(503);
        assertThat(closed.headers().firstValue("Retry-After")).isPresent();
        assertThat(unheard.statusCode()).isEqualTo(503);
        assertThat(reader.post("/my/answer", form).statusCode()).isEqualTo(200);
    }

    @Test
    void answersWithAPageWhileTheDatabaseIsAway() throws Exception {
        String secret = told("dark");
        surroundings.lineToMongo().cut();
        try {
            assertThat(reader.get("/my").statusCode()).isEqualTo(200);
            HttpResponse<String> page = reader.open(secret, BORN);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        } finally {
            surroundings.lineToMongo().mend();
        }
    }

    @Test
    void anErasedPatientsLinksAreGone() throws Exception {
        String secret = told("erased");
        surroundings.publish(message(new PatientErasedV1("patient-erased")));
        Awaitility.await()
                .until(() -> surroundings
                                .database()
                                .getCollection("links")
                                .countDocuments(new Document("patientId", "patient-erased"))
                        == 0);

        assertThat(reader.open(secret, BORN).statusCode()).isEqualTo(404);
    }

    @Test
    void anOfferedPlaceIsTakenOnce() throws Exception {
        Instant until = Instant.now().plusSeconds(1800);
        surroundings.publish(message(new WaitlistOfferedV1(
                "offer-9",
                surroundings.patient("patient-offer", 1, "offer@example.org"),
                SampleEvents.RIVERSIDE,
                SampleEvents.FIRST_START,
                SampleEvents.FIRST_START.plusSeconds(7200),
                until)));
        String secret = secret("offer@example.org", 1);
        scheduling.tell("/offers/offer-9", new Told(200, """
                {"offerId":"offer-9","state":"OPEN","start":"2027-03-08T09:00:00-08:00","end":"2027-03-08T10:45:00-08:00",
                 "timeZone":"America/Los_Angeles","siteId":"riverside","siteName":"Riverside Clinic","address":"210 River Street",
                 "phone":"+1 503 555 0142","expiresAt":"%s"}""".formatted(until)));
        scheduling.tell("/offers/offer-9/accept", DONE);

        String page = reader.open(secret, BORN).body();
        assertThat(page).contains("Take the place", "Leave it to somebody else", "We hold it for you until");
        assertThat(reader.post("/my/answer", PageReader.form(page, "ACCEPT")).body())
                .contains("The place is yours");
        assertThat(reader.post("/my/answer", PageReader.form(page, "ACCEPT")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"de, Ihr Termin", "es, Su cita", "fr, Votre rendez-vous", "en, Your appointment", "ar, Your appointment"
    })
    void speaksTheLanguageOfTheBrowserUntilThePatientIsKnown(String language, String title) throws Exception {
        assertThat(reader.get("/my", "Accept-Language", language).body()).contains("<title>" + title + "</title>");
        assertThat(reader.get("/my?lang=" + language).body()).contains("<title>" + title + "</title>");
    }

    private static String told(String booking) throws Exception {
        String email = booking + "@example.org";
        surroundings.publish(message(confirmed(surroundings.patient("patient-" + booking, 1, email), booking, 1)));
        scheduling.tell("/appointments/" + booking + "-0", visit(booking + "-0"));
        return secret(email, 1);
    }

    private static String secret(String email, int mails) throws Exception {
        String text = MailParts.of(surroundings.awaitMailsTo(email, mails).get(mails - 1))
                .text("text/plain");
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    /** What the scheduling service tells of an appointment. */
    static Told visit(String id) {
        return new Told(200, """
                {"appointmentId":"%s","status":"BOOKED","start":"2027-03-08T09:00:00-08:00","end":"2027-03-08T10:45:00-08:00",
                 "timeZone":"America/Los_Angeles","sequence":0,"siteId":"riverside","siteName":"Riverside Clinic",
                 "address":"210 River Street, Portland, OR 97201","phone":"+1 503 555 0142",
                 "preparation":{"solidsHours":6,"liquidsHours":2},"escortRequired":true,
                 "preferences":{"language":"en","channel":"EMAIL","reminders":"ALL"}}""".formatted(id));
    }
}
