package io.dendrite.scheduling.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever somebody does over HTTP is on record, with the facts that an auditor asks for, and with no value. */
class AuditIT extends ServiceIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SITE = """
            {"name":"%s","timeZone":"UTC","address":"1 Road","phone":"+1 555 0100","openingHours":{}}""";

    private String actor;
    private String site;
    private Api desk;

    @BeforeEach
    void somebody() {
        actor = "actor-" + UUID.randomUUID();
        site = "site-" + UUID.randomUUID();
        desk = api(everything(ISSUER).subject(actor).sites(site));
    }

    @Test
    void aChangeIsOnRecordWithTheNamesOfItsFieldsAndNoValue() {
        desk.put("/api/v1/sites/" + site, SITE.formatted("First"));
        desk.put(
                "/api/v1/sites/" + site,
                SITE.formatted("Second"),
                "If-Match",
                "\"1\"",
                "traceparent",
                "00-" + TRACE + "-00f067aa0ba902b7-01");

        JsonNode record = records(2).get(0);

        assertThat(record.path("action").asString()).isEqualTo("site.write");
        assertThat(record.path("outcome").asString()).isEqualTo("SUCCESS");
        assertThat(record.path("site").asString()).isEqualTo(site);
        assertThat(record.path("resource").asString()).isEqualTo("site/" + site);
        assertThat(record.path("version").asLong()).isEqualTo(2);
        assertThat(record.path("changed").toString()).isEqualTo("[\"name\"]");
        assertThat(record.path("traceId").asString()).isEqualTo(TRACE);
        assertThat(record.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(record.path("roles").toString()).contains("manager");
        assertThat(record.toString()).doesNotContain("Second");
    }

    @Test
    void aReadOfAPatientIsOnRecordUnderThatPatient() {
        String patient = registered();

        desk.get("/api/v1/patients/" + patient);

        assertThat(records(2).get(0).path("action").asString()).isEqualTo("patient.read");
        Answer found = auditor().get("/api/v1/audit?patientId=" + patient);
        assertThat(actions(found)).containsExactly("patient.read", "patient.register");
    }

    @Test
    void aSearchIsOnRecordWithEverybodyItShowed() {
        String patient = registered();

        desk.get("/api/v1/patients?q=Auditname");

        JsonNode search = records(2).get(0);
        assertThat(search.path("action").asString()).isEqualTo("patient.search");
        assertThat(search.path("patientIds").toString()).contains(patient);
        assertThat(search.toString()).doesNotContainIgnoringCase("auditname");
    }

    @Test
    void refusalsAreOnRecordWithTheirReason() {
        api(ISSUER.token().subject(actor).roles("auditor").sites("*")).get("/api/v1/patients?q=x");
        desk.get("/api/v1/sites/" + site + "-other");
        desk.put("/api/v1/treatments/consultation", "{}");

        List<JsonNode> records = records(3);
        assertThat(records).extracting(each -> each.path("outcome").asString()).containsOnly("REFUSED");
        assertThat(records)
                .extracting(each -> each.path("reason").asString())
                .containsExactlyInAnyOrder("forbidden", "not-found", "invalid-request");
    }

    @Test
    void noSpellingOfAPathEscapesTheRecord() {
        desk.get("/%61pi/v1/patients?q=nobody");
        desk.get("/api/v1/patients?q=nobody", "X-Forwarded-Prefix", "/elsewhere");
        desk.get("/api/%76%31/patients?q=nobody");

        assertThat(records(3))
                .extracting(each -> each.path("action").asString())
                .containsOnly("patient.search");
    }

    @Test
    void readingTheAuditIsOnRecordToo() {
        Api auditor = api(ISSUER.token().subject(actor).roles("auditor").sites("*"));

        auditor.get("/api/v1/audit?actor=nobody");
        auditor.get("/api/v1/audit/verification?site=-");

        assertThat(records(2))
                .extracting(each -> each.path("action").asString())
                .containsExactlyInAnyOrder("audit.search", "audit.verify");
    }

    @Test
    void whatIsRemovedLeavesItsRecord() {
        desk.put("/api/v1/sites/" + site, SITE.formatted("A Site"));
        String chair = "/api/v1/sites/" + site + "/resources/chair-1";
        String body = "{\"kind\":\"CHAIR\",\"name\":\"One\",\"skills\":[],\"lanes\":1}";
        desk.put(chair, body);
        assertThat(desk.delete(chair).status()).isEqualTo(204);
        assertThat(desk.get(chair).status()).isEqualTo(404);
        assertThat(desk.delete(chair).status()).isEqualTo(404);
        assertThat(desk.put(chair, body).status()).isEqualTo(201);
        assertThat(desk.get(chair).status()).isEqualTo(200);

        assertThat(records(6))
                .extracting(each -> each.path("action").asString() + " "
                        + each.path("outcome").asString())
                .contains("resource.remove SUCCESS", "resource.remove REFUSED")
                .filteredOn("resource.write SUCCESS"::equals)
                .hasSize(2);
    }

    @Test
    void theChainOfASiteVerifiesOverHttp() {
        desk.put("/api/v1/sites/" + site, SITE.formatted("A Site"));
        desk.get("/api/v1/patients?q=nobody");
        records(2);

        JsonNode verdict = auditor()
                .get("/api/v1/audit/verification?site=" + site)
                .json()
                .path("items")
                .path(0);

        assertThat(verdict.path("intact").asBoolean()).isTrue();
        assertThat(verdict.path("links").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(api(ISSUER.token().subject("auditor").roles("auditor").sites(site))
                        .get("/api/v1/audit/verification")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(auditor().get("/api/v1/audit/verification?site=unknown").status())
                .isEqualTo(404);
    }

    @Test
    void anAuditorSeesTheChainsOfTheTokensSitesOnly() {
        desk.put("/api/v1/sites/" + site, SITE.formatted("A Site"));
        records(1);
        Api elsewhere = api(ISSUER.token().roles("auditor").sites("elsewhere"));

        assertThat(elsewhere.get("/api/v1/audit?actor=" + actor).json().path("items"))
                .isEmpty();
        assertThat(elsewhere.get("/api/v1/audit?site=" + site).status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/v1/audit/verification?site=" + site).status())
                .isEqualTo(404);
    }

    @Test
    void pagesAndTimesOfTheAudit() {
        for (int i = 0; i < 5; i++) {
            desk.get("/api/v1/patients?q=nobody");
        }
        records(5);
        String path = "/api/v1/audit?limit=2&actor=" + actor;
        JsonNode first = auditor().get(path).json();
        JsonNode second = auditor()
                .get(path + "&cursor=" + first.path("nextCursor").asString())
                .json();

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.path("items").toString())
                .isNotEqualTo(first.path("items").toString());
        assertThat(auditor().get(path + "&to=2020-01-01T00:00:00Z").json().path("items"))
                .isEmpty();
        assertThat(auditor().get(path + "&from=yesterday").error("from")).contains("offset");
        assertThat(auditor().get(path + "&cursor=x").status()).isEqualTo(400);
    }

    private Api auditor() {
        return api(ISSUER.token().subject("auditor").roles("auditor").sites("*"));
    }

    private String registered() {
        return desk.post("/api/v1/patients", """
                        {"givenName":"Ada","familyName":"Auditname","birthDate":"1985-04-12",
                         "email":"ada@example.org","language":"en","emailConsent":true}""").json().path("id").asString();
    }

    /** The records of this test's actor, newest first, as soon as there are so many. */
    private List<JsonNode> records(int count) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> auditor()
                                .get("/api/v1/audit?limit=200&actor=" + actor)
                                .json()
                                .path("items")
                                .valueStream()
                                .toList(),
                        records -> records.size() >= count);
    }

    private static List<String> actions(Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("action").asString())
                .toList();
    }
}
