package io.dendrite.notification.ledger.web;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.access.model.SiteScope;
import io.dendrite.audit.application.AuditChains;
import io.dendrite.audit.application.AuditQuery;
import io.dendrite.audit.application.VerifyChains;
import io.dendrite.audit.model.AuditRecord;
import io.dendrite.audit.model.Link;
import io.dendrite.audit.model.Outcome;
import io.dendrite.audit.model.Verdict;
import io.dendrite.events.BookingConfirmedV1;
import io.dendrite.events.SiteFace;
import io.dendrite.notification.Surroundings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller sees the notices of the sites in the token, and each look leaves its record in the audit. */
class OtherSitesIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final SiteFace HILL =
            new SiteFace("hill", "Hill Clinic", "UTC", "2 Hill Road, Portland, OR 97201", "+1 503 555 0143");

    private static Surroundings surroundings;
    private static ConfigurableApplicationContext service;
    private static String hillNotice;

    private String actor;

    @BeforeAll
    static void startWithANoticeOfEachSite() {
        surroundings = new Surroundings();
        service = surroundings.startService();
        BookingConfirmedV1 river = confirmed(surroundings.patient("river-patient", 1, "r@example.org"), "river", 1);
        BookingConfirmedV1 hill = confirmed(surroundings.patient("hill-patient", 1, "h@example.org"), "hill", 1);
        surroundings.publish(message(river));
        surroundings.publish(
                message(new BookingConfirmedV1(hill.bookingId(), hill.patient(), HILL, hill.appointments())));
        surroundings.awaitNotice("river", "SENT");
        hillNotice = surroundings.awaitNotice("hill", "SENT").getString("_id");
    }

    @AfterAll
    static void stop() {
        service.close();
        surroundings.close();
    }

    @BeforeEach
    void somebody() {
        actor = "actor-" + UUID.randomUUID();
    }

    @Test
    void listsTheNoticesOfTheCallersSites() throws Exception {
        assertThat(bookings(get("/api/v1/notices?status=SENT", "riverside"))).containsExactly("river");
        assertThat(bookings(get("/api/v1/notices?status=SENT", "riverside", "hill")))
                .containsExactlyInAnyOrder("river", "hill");
        assertThat(bookings(get("/api/v1/notices?status=SENT", "*"))).containsExactlyInAnyOrder("river", "hill");
        assertThat(bookings(get("/api/v1/notices"))).isEmpty();
        assertThat(bookings(get("/api/v1/notices?bookingId=hill", "riverside"))).isEmpty();
        assertThat(bookings(get("/api/v1/notices?patientId=hill-patient", "riverside")))
                .isEmpty();
    }

    @Test
    void answersForAnotherSitesNoticeAsIfThereWereNone() throws Exception {
        HttpResponse<String> foreign = get("/api/v1/notices/" + hillNotice, "riverside");
        HttpResponse<String> unknown = get("/api/v1/notices/unknown", "riverside");

        assertThat(get("/api/v1/notices/" + hillNotice, "hill").statusCode()).isEqualTo(200);
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).doesNotContain("hill-patient");
        assertThat(json(foreign).path("title")).isEqualTo(json(unknown).path("title"));
        assertThat(json(foreign).path("detail")).isEqualTo(json(unknown).path("detail"));
    }

    @Test
    void keepsARecordOfEachLookWithWhoWasShown() throws Exception {
        get("/api/v1/notices/" + hillNotice, "hill");

        AuditRecord record = records(1).get(0);

        assertThat(record.what().action()).isEqualTo("notice.read");
        assertThat(record.what().resource()).isEqualTo("notice/" + hillNotice);
        assertThat(record.what().patients()).containsExactly("hill-patient");
        assertThat(record.site()).isEqualTo("hill");
        assertThat(record.service()).isEqualTo("notification-service");
        assertThat(record.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(intact("hill")).isTrue();
    }

    @Test
    void keepsARecordOfASearchAndOfARefusal() throws Exception {
        get("/api/v1/notices", "riverside", "hill");
        get("/api/v1/notices/" + hillNotice, "riverside");

        List<AuditRecord> records = records(2);

        assertThat(records).anySatisfy(search -> {
            assertThat(search.what().action()).isEqualTo("notice.search");
            assertThat(search.what().patients()).containsExactly("hill-patient", "river-patient");
        });
        assertThat(records).anySatisfy(refusal -> {
            assertThat(refusal.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(refusal.reason()).isEqualTo("not-found");
            assertThat(refusal.site()).isEqualTo("riverside");
            assertThat(refusal.what().resource()).isEqualTo("notice/" + hillNotice);
            assertThat(refusal.what().patients()).isEmpty();
        });
        assertThat(intact("riverside")).isTrue();
    }

    @Test
    void noticesThatAChainWasChanged() throws Exception {
        get("/api/v1/notices", "river-only");
        records(1);
        assertThat(intact("river-only")).isTrue();

        surroundings
                .databaseNamed("dendrite-audit")
                .getCollection("chain")
                .updateOne(new Document("actor", actor), new Document("$set", new Document("actor", "somebody-else")));

        assertThat(intact("river-only")).isFalse();
    }

    private static boolean intact(String site) {
        Verdict verdict = service.getBean(VerifyChains.class).verify(site);
        return verdict.links() > 0 && verdict.broken() == null;
    }

    /** The records of this test's actor, as soon as there are so many in the chains. */
    private List<AuditRecord> records(int count) {
        AuditQuery mine = new AuditQuery(SiteScope.of(List.of("*")), null, null, actor, null, null, null, 50);
        return await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> service.getBean(AuditChains.class).find(mine), found -> found.size() >= count)
                .stream()
                .map(Link::record)
                .toList();
    }

    private static List<String> bookings(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer)
                .path("items")
                .valueStream()
                .map(item -> item.path("bookingId").asString())
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private HttpResponse<String> get(String path, String... sites) throws Exception {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        String token = surroundings
                .issuer()
                .token()
                .subject(actor)
                .roles("front-desk")
                .sites(sites)
                .sign();
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
