package io.dendrite.scheduling.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourcesIT extends ServiceIT {

    private static final String SITE = """
            {"name":"Staffed Clinic","timeZone":"America/New_York","address":"1 Road","phone":"+1 555 0100",
             "openingHours":{}}""";
    private static final String NURSE = """
            {"kind":"NURSE","name":"Ana Ferreira","skills":["monitoring","iv"],"lanes":3,
             "workingHours":{"MONDAY":[{"from":"08:00","to":"16:00"}]}}""";
    private static final String CHAIR = "{\"kind\":\"CHAIR\",\"name\":\"Chair 1\",\"lanes\":1}";
    private static final String RESOURCES = "/api/v1/sites/staffed/resources";

    @BeforeEach
    void site() {
        api().put("/api/v1/sites/staffed", SITE);
    }

    @Test
    void createsReadsListsAndReplaces() {
        Answer created = api().put(RESOURCES + "/nurse-1", NURSE);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(RESOURCES + "/nurse-1");
        assertThat(created.json().at("/skills/0").asString()).isEqualTo("iv");
        assertThat(api().get(RESOURCES + "/nurse-1").text()).isEqualTo(created.text());

        assertThat(api().put(RESOURCES + "/chair-1", CHAIR).json().has("workingHours"))
                .isFalse();
        Answer list = api().get(RESOURCES);
        assertThat(list.json().at("/items/0/id").asString()).isEqualTo("chair-1");
        assertThat(list.json().at("/items/1/id").asString()).isEqualTo("nurse-1");
        assertThat(list.json().has("nextCursor")).isFalse();

        assertThat(api().put(RESOURCES + "/nurse-1", NURSE).status()).isEqualTo(428);
        assertThat(api().put(RESOURCES + "/nurse-1", NURSE, "If-Match", "\"1\"").header("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void takesAResourceAwayOnceAndOnlyInTheVersionThatIsMeant() {
        api().put(RESOURCES + "/chair-9", CHAIR);

        assertThat(api().delete(RESOURCES + "/chair-9", "If-Match", "\"2\"").status())
                .isEqualTo(412);
        assertThat(api().delete(RESOURCES + "/chair-9", "If-Match", "\"1\"").status())
                .isEqualTo(204);
        assertThat(api().delete(RESOURCES + "/chair-9").status()).isEqualTo(404);
        assertThat(api().get(RESOURCES + "/chair-9").status()).isEqualTo(404);
        api().put(RESOURCES + "/chair-9", CHAIR);
        assertThat(api().delete(RESOURCES + "/chair-9").status()).isEqualTo(204);
    }

    @Test
    void knowsNoResourcesOfAnUnknownSite() {
        assertThat(api().get("/api/v1/sites/nowhere/resources").status()).isEqualTo(404);
        assertThat(api().put("/api/v1/sites/nowhere/resources/chair-1", CHAIR).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"NURSE\"|\"DOCTOR\"|kind|must be one of CHAIR, NURSE, PRESCRIBER, ROOM, DEVICE",
                "\"NURSE\"|1|kind|must be one of",
                "3|0|lanes|must be greater than or equal to 1",
                "3|21|lanes|must be less than or equal to 20",
                "3|1.5|lanes|must be a whole number",
                "3|\"3\"|lanes|must be a whole number",
                "3|99999999999|lanes|must be a whole number",
                "\"iv\"]|\"\"]|skills|must be 1 to 64",
                "\"08:00\"|\"08:01\"|workingHours.MONDAY[0].from|must lie on the 15-minute grid"
            })
    void namesTheFieldThatIsWrong(String right, String wrong, String field, String message) {
        Answer answer = api().put(RESOURCES + "/wrong", NURSE.replace(right, wrong));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error(field)).startsWith(message);
    }
}
