package io.dendrite.scheduling.treatment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreatmentsIT extends ServiceIT {

    private static final String SERIES = """
            {"name":"Series","route":"INTRAVENOUS","indications":["one"],
             "phases":[{"phase":"ADMINISTRATION","minutes":45,"needs":[{"kind":"CHAIR"},{"kind":"NURSE","skills":["iv"]}]},
                       {"phase":"OBSERVATION","minutes":120,"needs":[{"kind":"CHAIR"}]},
                       {"phase":"TURNOVER","minutes":15,"needs":[{"kind":"CHAIR"}]}],
             "course":{"sessions":6,"minDaysBetween":2,"maxDaysBetween":5,"maxPerWeek":3},
             "escortRequired":true,"enrolmentRequired":false,"minimumObservationMinutes":105,
             "preparation":{"solidsHours":6,"liquidsHours":2}}""";

    @Test
    void offersTheDefaults() {
        Answer list = api().get("/api/v1/treatments");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().get("items").findValuesAsString("id"))
                .contains("consultation", "im", "in-esk", "iv-boost", "iv-mood-2", "sl");
        assertThat(api().get("/api/v1/treatments/in-esk")
                        .json()
                        .get("minimumObservationMinutes")
                        .asInt())
                .isEqualTo(120);
    }

    @Test
    void createsReadsAndReplacesATreatment() {
        Answer created = api().put("/api/v1/treatments/series", SERIES);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/treatments/series");
        assertThat(api().get("/api/v1/treatments/series").text()).isEqualTo(created.text());
        assertThat(created.json().at("/phases/0/needs/1/skills/0").asString()).isEqualTo("iv");
        assertThat(created.json().at("/course/maxPerWeek").asInt()).isEqualTo(3);

        assertThat(api().put("/api/v1/treatments/series", SERIES).status()).isEqualTo(428);
        assertThat(api().put("/api/v1/treatments/series", SERIES, "If-Match", "\"1\"")
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(api().put("/api/v1/treatments/series", SERIES, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(api().get("/api/v1/treatments/unknown").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"minutes\":45|\"minutes\":40|phases[0].minutes|must lie on the 15-minute grid",
                "\"minutes\":45|\"minutes\":-15|phases[0].minutes|must be greater than or equal to 15",
                "\"minutes\":45|\"minutes\":\"45\"|phases[0].minutes|must be a whole number",
                "\"OBSERVATION\"|\"TURNOVER\"|phases[1].phase|TURNOVER must be the last phase",
                "\"OBSERVATION\"|\"NAP\"|phases[1].phase|must be one of PREPARATION",
                "\"kind\":\"NURSE\"|\"kind\":\"BED\"|phases[0].needs[1].kind|must be one of CHAIR",
                "\"skills\":[\"iv\"]|\"skills\":\"iv\"|phases[0].needs[1].skills|must be a list",
                "105|135|minimumObservationMinutes|must not be more than the observation phases together",
                "\"maxDaysBetween\":5|\"maxDaysBetween\":1|course.maxDaysBetween|must not be less than minDaysBetween",
                "\"sessions\":6|\"sessions\":1|course.sessions|must be greater than or equal to 2",
                "\"enrolmentRequired\":false|\"enrolmentRequired\":true|phases[1].needs|must have a PRESCRIBER",
                "\"enrolmentRequired\":false|\"enrolmentRequired\":true|minimumObservationMinutes|must be at least 120",
                "\"enrolmentRequired\":false|\"enrolmentRequired\":true,\"programme\":\"A B\"|programme|must be 1 to 64",
                "\"enrolmentRequired\":false|\"enrolmentRequired\":false,\"programme\":\"a\"|programme|must be left out",
                "\"minutes\":15,\"needs\":[{\"kind\":\"CHAIR\"}|\"minutes\":15,\"needs\":[{\"kind\":\"NURSE\"}|phases[2].needs[0].kind|must not be NURSE or PRESCRIBER",
                "\"escortRequired\":true,||escortRequired|must not be null",
                "\"INTRAVENOUS\"|\"BY_POST\"|route|must be one of INTRAVENOUS",
                "[\"one\"]|[\"one\",null]|indications[1]|must not be null"
            })
    void namesTheFieldThatIsWrong(String right, String wrong, String field, String message) {
        Answer answer = api().put("/api/v1/treatments/wrong", SERIES.replace(right, wrong == null ? "" : wrong));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error(field)).startsWith(message);
        assertThat(api().get("/api/v1/treatments/wrong").status()).isEqualTo(404);
    }
}
