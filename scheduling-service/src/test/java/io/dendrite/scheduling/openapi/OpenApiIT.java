package io.dendrite.scheduling.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiIT extends ServiceIT {

    @Test
    void describesEveryCallWithItsProblems() {
        JsonNode api = api().get("/v3/api-docs").json();

        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.get("paths").propertyNames())
                .contains(
                        "/api/v1/sites",
                        "/api/v1/sites/{id}",
                        "/api/v1/sites/{id}/resources",
                        "/api/v1/sites/{id}/resources/{rid}",
                        "/api/v1/treatments",
                        "/api/v1/treatments/{id}",
                        "/api/v1/patients",
                        "/api/v1/patients/{id}")
                .allSatisfy(path -> assertThat(path).startsWith("/api/v1/"));
        for (JsonNode path : api.get("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.get("summary").asString()).isNotBlank();
                assertThat(operation.get("tags")).isNotEmpty();
                assertThat(operation
                                .at("/responses/4XX/content/application~1problem+json/schema/$ref")
                                .asString())
                        .isEqualTo("#/components/schemas/Problem");
                assertThat(operation.get("responses").has("503")).isTrue();
            }
        }
    }

    @Test
    void carriesExamplesAndWorksBehindAGateway() {
        JsonNode api =
                api().get("/v3/api-docs", "X-Forwarded-Host", "clinic.example").json();

        assertThat(api.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(api.at("/components/schemas/PatientRequest/properties/email/example")
                        .asString())
                .isEqualTo("maria.sousa@example.org");
        assertThat(api.at("/components/schemas/Hours/properties/from/type").asString())
                .isEqualTo("string");
        assertThat(api.at("/components/schemas/Problem/properties/traceId/type").asString())
                .as(api.at("/components/schemas/Problem").toString())
                .isEqualTo("string");
        assertThat(api.at("/components/schemas/Problem/required")).isNotEmpty();
        assertThat(api.at("/components/schemas/PatientRequest/required")).isNotEmpty();
    }

    @Test
    void hasAPageToTryItOut() {
        Answer redirect = api().get("/swagger-ui.html");

        assertThat(redirect.status()).isEqualTo(302);
        Answer page = api().get(redirect.header("Location"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("swagger-ui");
    }
}
