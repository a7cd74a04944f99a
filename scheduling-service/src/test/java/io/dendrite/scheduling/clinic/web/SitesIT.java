package io.dendrite.scheduling.clinic.web;

import static io.dendrite.scheduling.mongo.MongoContract.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SitesIT extends ServiceIT {

    private static final String SITE = """
            {"name":"North Clinic","timeZone":"America/New_York","address":"1 North Road","phone":"+1 555 0100",
             "openingHours":{"MONDAY":[{"from":"08:00","to":"12:00"},{"from":"13:00","to":"00:00"}]}}""";

    @Test
    void createsASiteAndAnswersItWithItsVersion() {
        Answer created = api().put("/api/v1/sites/north", SITE);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/sites/north");
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        Answer read = api().get("/api/v1/sites/north");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.text()).isEqualTo(created.text());
        assertThat(read.json().propertyNames())
                .containsExactly(
                        "id", "name", "timeZone", "address", "phone", "openingHours", "certifications", "version");
        assertThat(read.json().at("/openingHours/MONDAY/0/from").asString()).isEqualTo("08:00");
        assertThat(read.json().at("/openingHours/MONDAY/1/to").asString()).isEqualTo("00:00");
        assertThat(read.json().at("/id").asString()).isEqualTo("north");
        assertThat(read.json().at("/version").asInt()).isEqualTo(1);
    }

    @Test
    void keepsTheProgrammesThatASiteIsCertifiedFor() {
        String certified = SITE.replace("{\"name\"", "{\"certifications\":[\"zeta\",\"alpha\"],\"name\"");

        api().put("/api/v1/sites/certified", certified);

        assertThat(api().get("/api/v1/sites/certified")
                        .json()
                        .get("certifications")
                        .toString())
                .isEqualTo("[\"alpha\",\"zeta\"]");
        assertThat(api().put("/api/v1/sites/certified", SITE, "If-Match", "\"1\"")
                        .json()
                        .get("certifications"))
                .isEmpty();
        assertThat(api().put("/api/v1/sites/wrong", certified.replace("alpha", "Alpha"))
                        .error("certifications[1]"))
                .startsWith("must be 1 to 64 lower-case letters");
    }

    @Test
    void replacesASiteOnlyForWhoKnowsItsVersion() {
        api().put("/api/v1/sites/east", SITE);
        String renamed = SITE.replace("North Clinic", "East Clinic");

        assertThat(api().put("/api/v1/sites/east", renamed).problem()).isEqualTo("/problems/precondition-required");
        assertThat(api().put("/api/v1/sites/east", renamed, "If-Match", "\"7\"").problem())
                .isEqualTo("/problems/stale-version");
        Answer replaced = api().put("/api/v1/sites/east", renamed, "If-Match", "\"1\"");
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
        assertThat(api().put("/api/v1/sites/east", renamed, "If-Match", "\"1\"").status())
                .isEqualTo(412);
        assertThat(api().get("/api/v1/sites/east").json().get("name").asString())
                .isEqualTo("East Clinic");
    }

    @Test
    void doesNotCreateWhatAClientBelievesToExist() {
        assertThat(api().put("/api/v1/sites/gone", SITE, "If-Match", "\"1\"").status())
                .isEqualTo(412);
        assertThat(api().get("/api/v1/sites/gone").status()).isEqualTo(404);
    }

    @Test
    void ofManyReplacementsOfOneVersionOneWins() throws Exception {
        api().put("/api/v1/sites/west", SITE);

        List<Integer> statuses = together(
                16,
                () -> api().put("/api/v1/sites/west", SITE, "If-Match", "\"1\"").status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(15);
        assertThat(api().get("/api/v1/sites/west").header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void ofManyCreationsOfOneIdOneWins() throws Exception {
        List<Integer> statuses =
                together(16, () -> api().put("/api/v1/sites/race", SITE).status());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses).filteredOn(status -> status == 428).hasSize(15);
    }

    @Test
    void listsSitesPageByPage() {
        for (String id : List.of("page-c", "page-a", "page-b")) {
            api().put("/api/v1/sites/" + id, SITE);
        }

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Answer page = api().get("/api/v1/sites?limit=2" + next);
            assertThat(page.status()).isEqualTo(200);
            for (JsonNode site : page.json().get("items")) {
                seen.add(site.get("id").asString());
            }
            next = page.json().has("nextCursor")
                    ? "&cursor=" + page.json().get("nextCursor").asString()
                    : null;
        } while (next != null);
        assertThat(seen).isSorted().doesNotHaveDuplicates().contains("page-a", "page-b", "page-c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"North Clinic\"|null|name|must not be null",
                "\"North Clinic\"|\"  \"|name|must be 1 to 200",
                "\"North Clinic\"|\"a\\nb\"|name|must be 1 to 200",
                "\"America/New_York\"|\"EST5\"|timeZone|must be an IANA time zone",
                "\"America/New_York\"|\"+05:00\"|timeZone|must be an IANA time zone",
                "\"08:00\"|\"08:05\"|openingHours.MONDAY[0].from|must lie on the 15-minute grid",
                "\"08:00\"|\"25:00\"|openingHours.MONDAY[0].from|must be a time of day",
                "\"12:00\"|\"07:00\"|openingHours.MONDAY[0].to|must be later than from",
                "\"13:00\"|\"11:00\"|openingHours.MONDAY[1].from|must not be before the end",
                "\"13:00\"|null|openingHours.MONDAY[1].from|must not be null",
                "\"MONDAY\"|\"FUNDAY\"|openingHours|must be one of MONDAY"
            })
    void namesTheFieldThatIsWrong(String right, String wrong, String field, String message) {
        Answer answer = api().put("/api/v1/sites/wrong", SITE.replace(right, wrong));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error(field)).as(answer.text()).startsWith(message);
        assertThat(api().get("/api/v1/sites/wrong").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "address", "phone", "timeZone"})
    void refusesAnOverlongText(String field) {
        String longer =
                SITE.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + "x".repeat(301) + "\"");

        assertThat(api().put("/api/v1/sites/wrong", longer).error(field)).startsWith("must be 1 to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "North",
                "-north",
                "n_rth",
                "n%20rth",
                "n.rth",
                "x234567890123456789012345678901234567890123456789012345678901234y"
            })
    void refusesAnIdThatIsNotWellFormed(String id) {
        assertThat(api().put("/api/v1/sites/" + id, SITE).error("id")).startsWith("must be 1 to 64");
    }
}
