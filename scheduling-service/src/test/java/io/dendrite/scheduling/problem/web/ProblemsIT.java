package io.dendrite.scheduling.problem.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProblemsIT extends ServiceIT {

    private static final String PATIENTS = "/api/v1/patients";
    private static final String MARIA = """
            {"givenName":"Maria","familyName":"Sousa","birthDate":"1985-04-12","email":"maria@example.org",
             "language":"en","emailConsent":true}""";

    @Test
    void tellsAProblemInTheFormOfRfc9457WithTheCallersTrace() {
        Answer answer = api().get(
                        "/api/v1/sites/nowhere",
                        "traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.propertyNames()).containsExactly("type", "title", "status", "detail", "instance", "traceId");
        assertThat(problem.get("type").asString()).isEqualTo("/problems/not-found");
        assertThat(problem.get("status").asInt()).isEqualTo(404);
        assertThat(problem.get("detail").asString()).contains("site \"nowhere\"");
        assertThat(problem.get("instance").asString()).isEqualTo("/api/v1/sites/nowhere");
        assertThat(problem.get("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void beginsATraceWhenTheCallerHasNone() {
        String first = api().get("/api/v1/nothing").json().get("traceId").asString();
        String second = api().get("/api/v1/nothing").json().get("traceId").asString();

        assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"givenName\":",
                "nonsense",
                "[]",
                "\"text\"",
                "17",
                "null",
                "{\"givenName\":\"a\"}}",
                "\u0000",
                "{\"givenName\":\"a\",\"givenName\":\"b\"}"
            })
    void refusesWhatIsNotAJsonObject(String body) {
        Answer answer = api().post(PATIENTS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("/problems/invalid-request");
        assertThat(answer.text()).doesNotContain("jackson", "Exception", "java.");
    }

    @Test
    void refusesDeeplyNestedJson() {
        assertThat(api().post(PATIENTS, "{\"givenName\":" + "[".repeat(20_000)).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "givenName|17|must be a text",
                "givenName|true|must be a text",
                "givenName|{\"a\":1}|must be a text",
                "givenName|[\"a\"]|must be a text",
                "birthDate|\"12.04.1985\"|must be a date",
                "birthDate|\"1985-02-30\"|must be a date",
                "birthDate|480000|must be a date",
                "emailConsent|\"yes\"|must be true or false",
                "emailConsent|1|must be true or false",
            })
    void namesTheFieldOfTheWrongTypeAndWhatWouldBeRight(String field, String value, String message) {
        Answer answer = api().post(
                        PATIENTS,
                        MARIA.replaceFirst("\"" + field + "\":(\"[^\"]*\"|true)", "\"" + field + "\":" + value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error(field)).startsWith(message);
    }

    @Test
    void namesAFieldInsideAListByItsPath() {
        Answer answer = api().put("/api/v1/sites/here", """
                        {"name":"Here","timeZone":"Europe/Berlin","address":"a","phone":"1",
                         "openingHours":{"MONDAY":[{"from":"08:00","to":"09:00"},{"from":"8 o'clock","to":"12:00"}]}}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("openingHours.MONDAY[1].from")).startsWith("must be a time of day");
    }

    @Test
    void refusesAnUnknownFieldAndListsTheKnownOnes() {
        Answer answer = api().post(PATIENTS, MARIA.replace("\"language\"", "\"shoeSize\":44,\"language\""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("shoeSize")).contains("is not known here", "birthDate", "emailConsent");
    }

    @Test
    void refusesAnotherMediaTypeAndAMissingOne() {
        Answer xml = api().send("POST", PATIENTS, BodyPublishers.ofString("<a/>"), "Content-Type", "application/xml");
        Answer none = api().send("POST", PATIENTS, BodyPublishers.ofString(MARIA));

        assertThat(xml.status()).isEqualTo(415);
        assertThat(xml.problem()).isEqualTo("/problems/unsupported-media-type");
        assertThat(none.status()).isEqualTo(415);
    }

    @Test
    void refusesAMethodThatTheAddressDoesNotKnow() {
        Answer answer = api().delete("/api/v1/sites");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.problem()).isEqualTo("/problems/method-not-allowed");
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void refusesAnAnswerInAnotherForm() {
        Answer answer = api().get("/api/v1/sites", "Accept", "text/csv");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.problem()).isEqualTo("/problems/not-acceptable");
    }

    @Test
    void refusesABodyOfTenMegabytesWhetherAnnouncedOrNot() {
        byte[] large = ("{\"givenName\":\"" + "x".repeat(10_000_000) + "\"}").getBytes(StandardCharsets.US_ASCII);

        Answer announced =
                api().send("POST", PATIENTS, BodyPublishers.ofByteArray(large), "Content-Type", "application/json");
        Answer chunked = api().send(
                        "POST",
                        PATIENTS,
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                        "Content-Type",
                        "application/json");

        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.problem()).isEqualTo("/problems/request-too-large");
        assertThat(announced.json().get("detail").asString()).contains("262144 bytes");
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.problem()).isEqualTo("/problems/request-too-large");
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,201", "limit,-1", "limit,many", "limit,99999999999", "cursor,nonsense", "cursor,AAAA"
    })
    void refusesAPageThatCannotBe(String parameter, String value) {
        for (String list : new String[] {"/api/v1/sites", "/api/v1/treatments", PATIENTS}) {
            Answer answer = api().get(list + "?" + parameter + "=" + value);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error(parameter)).startsWith("must be");
        }
    }

    @Test
    void saysNothingOfTheCauseWhenItIsOurFault() {
        Answer answer = api().get("/error");

        assertThat(answer.problem()).startsWith("/problems/");
        assertThat(answer.text()).doesNotContain("trace\":", "exception", "Whitelabel");
    }

    @Test
    void refusesAnAddressThatIsNoAddress() {
        assertThat(api().get("/api/v1/sites/a%00b").status()).isBetween(400, 404);
        assertThat(api().get("/api/v1/sites/a%2Fb").status()).isBetween(400, 404);
        assertThat(api().get("/api/v1/sites/" + "x".repeat(5_000)).status()).isEqualTo(404);
    }
}
