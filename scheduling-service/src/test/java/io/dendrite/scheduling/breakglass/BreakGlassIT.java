package io.dendrite.scheduling.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import io.dendrite.testsupport.TestToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import tools.jackson.databind.JsonNode;

/** A clinician opens the data of another site in an emergency. */
@TestPropertySource(properties = "test.database=break-glass")
class BreakGlassIT extends ServiceIT {

    private static final AtomicReference<Duration> LATER = new AtomicReference<>(Duration.ZERO);
    private static final String REASON = "Arrived here in crisis";

    @TestBean
    Clock clock;

    @Autowired
    private MongoDatabase database;

    private String site;
    private String patient;
    private Api clinician;

    /** Time that a test can let pass. */
    static Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new IllegalStateException("not needed here");
            }

            @Override
            public Instant instant() {
                return Instant.now().plus(LATER.get());
            }
        };
    }

    @BeforeEach
    void aPatientOfAnotherSite() {
        LATER.set(Duration.ZERO);
        site = "site-" + UUID.randomUUID();
        api().put("/api/v1/sites/" + site, """
                {"name":"Harbor","timeZone":"UTC","address":"1 Road","phone":"+1 555 0100","openingHours":{}}""");
        patient = api(everything(ISSUER).sites(site))
                .post("/api/v1/patients", """
                {"givenName":"Ada","familyName":"Far","birthDate":"1985-04-12","language":"en","emailConsent":false}""")
                .json()
                .path("id")
                .asString();
        clinician = api(token("clinician"));
    }

    @Test
    void theOverrideOpensTheSiteToItsActor() {
        assertThat(read(clinician).status()).isEqualTo(404);

        Answer opened = open(clinician);

        assertThat(opened.status()).isEqualTo(201);
        String grant = opened.json().path("id").asString();
        assertThat(read(clinician).status()).as("without naming the override").isEqualTo(404);
        assertThat(read(clinician, "Break-Glass", grant).status()).isEqualTo(200);
        assertThat(clinician.get("/api/v1/patients?q=far", "Break-Glass", grant).text())
                .contains(patient);
        assertThat(read(clinician, "Break-Glass", "another").status()).isEqualTo(403);
        assertThat(read(api(token("somebody-else")), "Break-Glass", grant).status())
                .isEqualTo(403);
    }

    @Test
    void theOverrideEndsByItself() {
        String grant = open(clinician).json().path("id").asString();
        LATER.set(Duration.ofMinutes(29));
        assertThat(read(clinician, "Break-Glass", grant).status()).isEqualTo(200);

        LATER.set(Duration.ofMinutes(31));

        assertThat(read(clinician, "Break-Glass", grant).status()).isEqualTo(403);
    }

    @Test
    void onlyCliniciansWithAReasonOpenAnExistingSite() {
        assertThat(api(ISSUER.token()
                                .subject("d")
                                .roles("front-desk", "manager")
                                .sites("here"))
                        .post("/api/v1/break-glass", body(site, REASON))
                        .status())
                .isEqualTo(403);
        assertThat(clinician.post("/api/v1/break-glass", body(site, "")).error("reason"))
                .isNotEmpty();
        assertThat(clinician
                        .post("/api/v1/break-glass", body("nowhere", REASON))
                        .error("siteId"))
                .isNotEmpty();
    }

    @Test
    void itWidensNoRole() {
        String grant = open(clinician).json().path("id").asString();

        assertThat(clinician
                        .delete("/api/v1/patients/" + patient, "Break-Glass", grant)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theReasonAndEachCallUnderItAreOnRecordInTheChainOfTheOpenedSite() {
        String grant = open(clinician).json().path("id").asString();
        read(clinician, "Break-Glass", grant);
        Api auditor = api(ISSUER.token().subject("auditor").roles("auditor").sites(site));

        JsonNode records = await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> auditor.get("/api/v1/audit?actor=clinician&site=" + site)
                                .json()
                                .path("items"),
                        found -> found.size() >= 2);

        assertThat(records.valueStream()
                        .map(each -> each.path("action").asString() + " "
                                + each.path("breakGlass").asString()))
                .containsExactlyInAnyOrder("break-glass.open " + grant, "patient.read " + grant);
        assertThat(records.toString()).contains(REASON);
        Document stored = database.getCollection("break_glass")
                .find(Filters.eq("_id", grant))
                .first();
        assertThat(stored.toJson()).doesNotContain(REASON);
        assertThat(stored.getList("outbox", Document.class).get(0).getString("type"))
                .isEqualTo("io.dendrite.access.break-glass-opened.v1");
        assertThat(stored.getList("outbox", Document.class).get(0).getString("data"))
                .contains(grant, site)
                .doesNotContain(REASON);
    }

    private Answer open(Api who) {
        return who.post("/api/v1/break-glass", body(site, REASON));
    }

    private Answer read(Api who, String... headers) {
        return who.get("/api/v1/patients/" + patient, headers);
    }

    private static String body(String siteId, String reason) {
        return "{\"siteId\":\"%s\",\"reason\":\"%s\"}".formatted(siteId, reason);
    }

    private static TestToken token(String subject) {
        return ISSUER.token().subject(subject).roles("clinician").sites("here");
    }
}
