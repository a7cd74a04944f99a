package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad requests as the outside sees them, and what else is behind the gateway's door. */
class DoorJourneyIT extends Journey {

    static Stream<Arguments> badRequests() {
        String visit =
                "{\"patientId\":\"%s\",\"siteId\":\"riverside\",\"treatmentId\":\"iv-mood-2\",\"appointments\":%s}";
        return Stream.of(
                Arguments.of("{\"patientId\":", 400, ""),
                Arguments.of(visit.formatted("p", "[{\"start\":\"2027-03-08T09:07:00-08:00\"}]"), 400, ""),
                Arguments.of(visit.formatted("p", "\"tomorrow\""), 400, "appointments"),
                Arguments.of(visit.formatted("p", "[{\"start\":\"2027-02-30T09:00:00-08:00\"}]"), 400, ""),
                Arguments.of(
                        visit.formatted("x".repeat(5_000), "[{\"start\":\"2027-03-08T09:00\"}]"), 400, "patientId"),
                Arguments.of(
                        visit.formatted(
                                "p", "[" + "{\"start\":\"2027-03-08T09:00\"},".repeat(9_999) + "{\"start\":\"x\"}]"),
                        0,
                        ""),
                Arguments.of("{\"a\":\"" + "x".repeat(10_000_000) + "\"}", 413, ""));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void aBadRequestGetsAProblem(String body, int status, String field) {
        Answer answer = desk().post("/bookings", body);

        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        if (status > 0) {
            assertThat(answer.status()).isEqualTo(status);
        }
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).startsWith("/problems/");
        assertThat(answer.json().get("traceId").asString()).hasSize(32);
        assertThat(answer.response().body()).contains(field);
    }

    @Test
    void theApiDescribesItselfThroughTheGateway() {
        Answer document = desk().atRoot("/v3/api-docs");

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.json().get("openapi").asString()).startsWith("3.1");
        assertThat(document.json().get("paths").propertyNames())
                .contains("/api/v1/bookings", "/api/v1/availability", "/api/v1/appointments/{id}/reschedule");
        assertThat(desk().atRoot("/swagger-ui/index.html").status()).isEqualTo(200);
    }

    @Test
    void theSameRequestIdComesBackAndTheTraceIsInTheProblem() {
        Answer answer = desk().get("/bookings/unknown");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        assertThat(answer.json().get("traceId").asString()).hasSize(32);
    }

    @Test
    void healthShowsWhatIsBehindTheGateway() {
        Answer health = desk().atRoot("/actuator/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().get("status").asString()).isEqualTo("UP");
        assertThat(health.response().body()).contains("scheduling").contains("notification");
    }
}
