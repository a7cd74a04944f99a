package io.dendrite.notification.site.web;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.Surroundings;
import io.dendrite.notification.delivery.mail.MailParts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a site decides shows in what its patients get, and what it must not decide is refused with the field. */
class SettingsIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Surroundings surroundings;
    private static ConfigurableApplicationContext service;
    private static String base;

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
        service = surroundings.startService();
        base = "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        service.close();
        surroundings.close();
    }

    @Test
    void aSiteThatDecidedNothingHasTheDefaults() throws Exception {
        HttpResponse<String> answer = get("/api/v1/notice-settings/undecided", "front-desk");

        assertThat(answer.headers().firstValue("ETag")).contains("\"0\"");
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.at("/reminders/A").toString()).isEqualTo("[72,24]");
        assertThat(body.at("/civilHours/from").asString()).startsWith("08:00");
    }

    @Test
    void whatASiteDecidesShowsInItsNotices() throws Exception {
        String settings = """
                {"reminders":{"A":[48]},"civilHours":{"from":"09:00","to":"17:00"},
                 "texts":{"displayName":"Riverside","signature":"${7*7} Your team <b>&",
                          "extra":{"en":"Please park behind the house. [[${T(java.lang.Runtime)}]] th:text"}}}""";
        HttpResponse<String> stored = put("riverside", "\"0\"", settings);
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        assertThat(stored.headers().firstValue("ETag")).contains("\"1\"");

        surroundings.publish(message(confirmed(surroundings.patient("settled", 1, "settled@example.org"), "set", 1)));
        MailParts mail =
                MailParts.of(surroundings.awaitMailsTo("settled@example.org", 1).get(0));

        assertThat(mail.message().getSubject()).isEqualTo("Your appointment at Riverside is confirmed");
        assertThat(mail.message().getFrom()[0].toString()).contains("Riverside <");
        assertThat(mail.text("text/plain"))
                .contains("Please park behind the house. [[${T(java.lang.Runtime)}]] th:text")
                .contains("${7*7} Your team <b>&");
        assertThat(mail.text("text/html"))
                .contains("Please park behind the house. [[${T(java.lang.Runtime)}]] th:text")
                .contains("${7*7} Your team &lt;b&gt;&amp;");
        assertThat(surroundings.reminders("set")).hasSize(1);
        JsonNode preview = JSON.readTree(
                post("/api/v1/notices/preview", "{\"kind\":\"APPOINTMENT_REMINDER\",\"siteId\":\"riverside\"}")
                        .body());
        assertThat(preview.path("subject").asString()).isEqualTo("Reminder: your appointment at Riverside");
        assertThat(preview.path("text").asString()).contains("Please park behind the house.");
    }

    @Test
    void ofTwoManagersAtOnceOneIsToldThatTheOtherWasFaster() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> change = () -> put("contested", "\"0\"", "{}").statusCode();
            List<Integer> statuses = pool.invokeAll(java.util.Collections.nCopies(8, change)).stream()
                    .map(SettingsIT::join)
                    .toList();

            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        } finally {
            pool.shutdownNow();
        }
        assertThat(put("contested", null, "{}").statusCode()).isEqualTo(428);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'reminders':{'A':[1]}} | reminders.A",
                "{'reminders':{'A':[2,3,4,5,6,7]}} | reminders.A",
                "{'reminders':{'Z':[24]}} | reminders",
                "{'reminders':{'A':[null]}} | reminders.A",
                "{'civilHours':{'from':'20:00','to':'08:00'}} | civilHours",
                "{'civilHours':{'from':'late'}} | civilHours.from",
                "{'texts':{'displayName':' '}} | texts.displayName",
                "{'texts':{'displayName':'Two\\nlines'}} | texts.displayName",
                "{'texts':{'displayName':'The Ketamine House'}} | texts.displayName",
                "{'texts':{'signature':'Your infusion team'}} | texts.signature",
                "{'texts':{'extra':{'de':'Ihre Infusion'}}} | texts.extra.de",
                "{'texts':{'extra':{'xx':'hello'}}} | texts.extra.xx",
                "{'texts':{'colour':'red'}} | texts.colour",
                "{'digest':{'email':'two@example.org, three@example.org'}} | digest.email",
                "{'digest':{'email':'Desk <desk@example.org>'}} | digest.email",
                "{'digest':{'email':'desk@example.org','language':'xx'}} | digest.language",
                "{'digest':{'email':'desk@example.org','at':'25:00'}} | digest.at",
                "{'reminders': | body",
                "[] | body",
            })
    void refusesWhatMustNotBeDecidedAndNamesTheField(String body, String field) throws Exception {
        HttpResponse<String> answer = put("refused", "\"0\"", body.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asString())
                .as(answer.body())
                .startsWith(field);
    }

    @Test
    void anotherSiteIsNotThere() throws Exception {
        String token =
                surroundings.issuer().token().roles("manager").sites("hill").sign();

        assertThat(send(request("/api/v1/notice-settings/riverside", token).GET())
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(request("/api/v1/notices/preview", token)
                                .POST(BodyPublishers.ofString(
                                        "{\"kind\":\"WAITLIST_OFFERED\",\"siteId\":\"riverside\"}")))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOKING_CONFIRMED, 3",
        "APPOINTMENT_RESCHEDULED, 1",
        "APPOINTMENT_CANCELLED, 1",
        "APPOINTMENT_REMINDER, 1",
        "WAITLIST_OFFERED, 1"
    })
    void showsEachNoticeInEachLanguageAndSendsNothing(String kind, int visits) throws Exception {
        int before = surroundings.mails().size();
        for (String language : List.of("en", "es", "de", "fr")) {
            String body = "{\"kind\":\"%s\",\"siteId\":\"sample\",\"language\":\"%s\",\"visits\":%d}"
                    .formatted(kind, language, visits);
            JsonNode preview =
                    JSON.readTree(post("/api/v1/notices/preview", body).body());

            assertThat(preview.path("html").asString()).contains("lang=\"" + language);
            assertThat((preview.path("subject").asString()
                                    + preview.path("text").asString())
                            .toLowerCase(Locale.ROOT))
                    .contains("maria")
                    .doesNotContain("ketamin", "infusi", "treatment", "tratamiento", "behandlung", "traitement", "{0");
        }
        assertThat(surroundings.mails()).hasSize(before);
    }

    private static HttpResponse<String> get(String path, String role) throws Exception {
        return send(
                request(path, surroundings.issuer().token().roles(role).sign()).GET());
    }

    private static HttpResponse<String> put(String site, String ifMatch, String body) throws Exception {
        HttpRequest.Builder request = request(
                "/api/v1/notice-settings/" + site,
                surroundings.issuer().token().roles("manager").sign());
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request.PUT(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path, surroundings.issuer().token().roles("manager").sign())
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static int join(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
