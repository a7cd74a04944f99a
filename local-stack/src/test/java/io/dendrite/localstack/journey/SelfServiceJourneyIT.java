package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.localstack.mail.ReceivedMail;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A patient answers from the mail, through the gateway, with all services as they are. */
class SelfServiceJourneyIT extends Journey {

    private static final String BORN = "1985-04-12";
    private static final Pattern LINK = Pattern.compile("(http://localhost:\\d+)/my#([A-Za-z0-9_-]{43})");

    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void confirmsThenAsksForAnotherTimeThenCancels() throws Exception {
        SmallClinic clinic = SmallClinic.with(office(), 1, 1);
        FrontDesk.Patient patient = desk().newPatient();
        String visit = desk().insist("/bookings", FrontDesk.bookingJson(patient, clinic, "2027-03-08T09:00"))
                .appointmentIds()
                .get(0);
        String secret = secret(mails().to(patient.email(), 1).get(0));

        HttpResponse<String> wrong = post("/my/open", Map.of("code", secret, "birthDate", "1985-04-13"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).doesNotContain("March 8");

        String page = open(secret);
        assertThat(page)
                .contains("Monday, March 8, 2027, 9:00 AM to 11:00 AM")
                .contains("Do not eat for 6 hours")
                .doesNotContain("Zyxcardine", "Qwertopathy", clinic.treatment());
        assertThat(press(page, "CONFIRM")).contains("You have confirmed your appointment");
        assertThat(appointment(visit).at("/reply/answer").asString()).isEqualTo("CONFIRMED");

        assertThat(press(open(secret), "ANOTHER_TIME")).contains("We will call you");
        JsonNode queue = desk().get("/rebooking?site=" + clinic.site()).json().path("items");
        assertThat(queue.at("/0/appointment/id").asString()).isEqualTo(visit);
        assertThat(queue.at("/0/reasons/0/why").asString()).isEqualTo("PATIENT_ASKS");

        assertThat(press(open(secret), "CANCEL")).contains("Your appointment is cancelled");
        assertThat(appointment(visit).path("status").asString()).isEqualTo("CANCELLED");
        mails().to(patient.email(), 2);
        assertThat(post("/my/open", Map.of("code", secret, "birthDate", BORN)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesAnOfferedPlaceAndChoosesGerman() throws Exception {
        String date =
                LocalDate.now(ZoneId.of("America/Los_Angeles")).plusDays(21).toString();
        SmallClinic clinic = SmallClinic.with(office(), 1, 1);
        String inTheWay = desk().insist(
                        "/bookings", FrontDesk.bookingJson(desk().newPatient(), clinic, date + "T09:00"))
                .appointmentIds()
                .get(0);
        FrontDesk.Patient patient = desk().newPatient();
        desk().insist("/waitlist", """
                {"patientId":"%s","treatmentId":"%s","siteIds":["%s"],"from":"%4$s","to":"%4$s",
                 "timeOfDay":{"from":"09:00","to":"09:15"},"urgency":"SOON"}""".formatted(patient.id(), clinic.treatment(), clinic.site(), date));
        desk().cancel(inTheWay);

        String offer = open(secret(mails().to(patient.email(), 1).get(0)));
        assertThat(press(offer, "ACCEPT")).contains("The place is yours");

        ReceivedMail confirmation = mails().to(patient.email(), 2).get(1);
        assertThat(desk().get("/bookings?patientId=" + patient.id()).json().path("items"))
                .hasSize(1);
        Map<String, String> wishes = form(open(secret(confirmation)), "PREFERENCES");
        wishes.putAll(Map.of("language", "de", "channel", "EMAIL", "reminders", "FEWER"));
        assertThat(post("/my/answer", wishes).body()).contains("Your choice is saved");
        assertThat(desk().get("/patients/" + patient.id())
                        .json()
                        .path("language")
                        .asString())
                .isEqualTo("de");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> open(secret(confirmation)).contains("<title>Ihr Termin</title>"));
    }

    private JsonNode appointment(String id) {
        return desk().get("/appointments/" + id).json();
    }

    private static String secret(ReceivedMail mail) {
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        assertThat(link.group(1)).isEqualTo(stack().gateway().toString());
        return link.group(2);
    }

    private String open(String secret) throws Exception {
        HttpResponse<String> page = post("/my/open", Map.of("code", secret, "birthDate", BORN));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        return page.body();
    }

    private String press(String page, String use) throws Exception {
        HttpResponse<String> answer = post("/my/answer", form(page, use));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, String> form(String page, String use) {
        Matcher forms = Pattern.compile("<form.*?</form>", Pattern.DOTALL).matcher(page);
        while (forms.find()) {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"")
                    .matcher(forms.group());
            while (hidden.find()) {
                fields.put(hidden.group(1), hidden.group(2));
            }
            if (use.equals(fields.get("use"))) {
                return fields;
            }
        }
        throw new AssertionError("there is no form to " + use);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(URI.create(stack().gateway() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
