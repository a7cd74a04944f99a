package io.dendrite.notification.ledger.web;

import static io.dendrite.notification.SampleEvents.cancelled;
import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.events.PatientContact;
import io.dendrite.notification.Surroundings;
import io.dendrite.testsupport.TestToken;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResendIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String REASON = "{\"reason\":\"Maria deleted it\"}";

    private static Surroundings surroundings;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
        service = surroundings.startService();
    }

    @AfterAll
    static void stop() {
        service.close();
        surroundings.close();
    }

    @Test
    void saysTheSameAgainUnderAnotherMessageIdAndIsOnRecordWithTheReason() throws Exception {
        String id = sent("again", "again@example.org");

        HttpResponse<String> answer = resend(id, REASON);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode made = JsonMapper.builder().build().readTree(answer.body());
        assertThat(made.path("resendOf").asString()).isEqualTo(id);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/v1/notices/" + made.path("id").asString());
        List<MimeMessage> mails = surroundings.awaitMailsTo("again@example.org", 2);
        assertThat(mails.get(0).getSubject()).isEqualTo(mails.get(1).getSubject());
        assertThat(mails.get(0).getMessageID()).isNotEqualTo(mails.get(1).getMessageID());
        Document record = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> surroundings
                                .databaseNamed("dendrite-audit")
                                .getCollection("chain")
                                .find(new Document("resource", "notice/" + id).append("action", "notice.resend"))
                                .first(),
                        Objects::nonNull);
        assertThat(record.toJson()).contains("statement").doesNotContain("deleted it");
    }

    @Test
    void theSameKeyRepeatsNothingHoweverManyAskTogether() throws Exception {
        String id = sent("keyed", "keyed@example.org");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<HttpResponse<String>> ask = () -> resend(id, REASON, "Idempotency-Key", "\"once\"");
            for (Future<HttpResponse<String>> each : pool.invokeAll(Collections.nCopies(8, ask))) {
                assertThat(each.get().statusCode()).isEqualTo(202);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(resend(id, REASON, "Idempotency-Key", "\"once\"").headers().firstValue("Idempotent-Replay"))
                .contains("true");
        surroundings.awaitMailsTo("keyed@example.org", 2);
        assertThat(surroundings.notices("keyed")).hasSize(2);
    }

    @Test
    void whatIsNotTrueAnyMoreIsNotSentAgain() throws Exception {
        String id = sent("untrue", "untrue@example.org");
        surroundings.publish(message(cancelled(surroundings.patient("untrue", 1, "untrue@example.org"), "untrue", 1)));
        surroundings.awaitMailsTo("untrue@example.org", 2);

        resend(id, REASON);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> surroundings.notices("untrue").stream()
                        .anyMatch(row ->
                                id.equals(row.getString("resendOf")) && "SKIPPED".equals(row.getString("status"))));
    }

    @Test
    void failedOnesAreSentAgainOnceHoweverOftenThatIsAsked() throws Exception {
        surroundings.publish(message(confirmed(surroundings.patient("bulk", 1, "not an address"), "bulk", 1)));
        surroundings.awaitNotice("bulk", "FAILED");
        PatientContact mended = surroundings.patient("bulk", 2, "bulk@example.org");
        surroundings.publish(message(new io.dendrite.events.PatientContactChangedV1(mended)));
        await().until(() -> surroundings
                        .database()
                        .getCollection("contacts")
                        .find(new Document("_id", "bulk"))
                        .first()
                        .getLong("version")
                == 2);

        String manager = surroundings.issuer().token().roles("manager").sign();
        String body = "{\"reason\":\"The address was wrong\",\"siteId\":\"riverside\"}";
        HttpResponse<String> first = post("/api/v1/notices/resend", body, manager);
        HttpResponse<String> second = post("/api/v1/notices/resend", body, manager);

        assertThat(first.body()).isEqualTo("{\"resent\":1}");
        assertThat(second.body()).isEqualTo("{\"resent\":0}");
        surroundings.awaitMailsTo("bulk@example.org", 1);
        HttpResponse<String> elsewhere = post(
                "/api/v1/notices/resend",
                body,
                surroundings.issuer().token().roles("manager").sites("hill").sign());
        assertThat(elsewhere.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\":\" \"}",
                "{\"reason\":\"two\\nlines\"}",
                "{\"reason\":null}",
                "{\"why\":\"x\"}"
            })
    void wantsAReason(String body) throws Exception {
        HttpResponse<String> answer = resend("whatever", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).containsAnyOf("\"field\":\"reason\"", "\"field\":\"why\"");
    }

    @Test
    void anotherSitesNoticeIsNotThere() throws Exception {
        String id = sent("elsewhere", "elsewhere@example.org");
        TestToken hill = surroundings.issuer().token().roles("front-desk").sites("hill");

        assertThat(post("/api/v1/notices/" + id + "/resend", REASON, hill.sign())
                        .statusCode())
                .isEqualTo(404);
    }

    private static String sent(String booking, String email) {
        surroundings.publish(message(confirmed(surroundings.patient(booking, 1, email), booking, 1)));
        return surroundings.awaitNotice(booking, "SENT").getString("_id");
    }

    private static HttpResponse<String> resend(String id, String body, String... headers) throws Exception {
        return post(
                "/api/v1/notices/" + id + "/resend",
                body,
                surroundings.issuer().token().roles("front-desk").sign(),
                headers);
    }

    private static HttpResponse<String> post(String path, String body, String token, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port") + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
