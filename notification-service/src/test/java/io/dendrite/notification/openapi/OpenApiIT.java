package io.dendrite.notification.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.Surroundings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API, as generated. */
class OpenApiIT {

    @Test
    void describesTheLedgerAndItsToken() throws Exception {
        try (Surroundings surroundings = new Surroundings();
                ConfigurableApplicationContext service = surroundings.startService()) {
            String port = service.getEnvironment().getRequiredProperty("local.server.port");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            JsonNode api = JsonMapper.builder().build().readTree(answer.body());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(api.path("paths").propertyNames())
                    .containsExactlyInAnyOrder(
                            "/api/v1/notices",
                            "/api/v1/notices/{id}",
                            "/api/v1/notice-settings/{siteId}",
                            "/api/v1/notices/preview",
                            "/api/v1/notices/{id}/resend",
                            "/api/v1/notices/resend");
            JsonNode list = api.path("paths").path("/api/v1/notices").path("get");
            assertThat(list.path("parameters")
                            .valueStream()
                            .map(each -> each.path("name").asString()))
                    .containsExactlyInAnyOrder("patientId", "bookingId", "status", "limit", "cursor");
            assertThat(list.path("responses").propertyNames()).contains("200", "4XX", "503");
            assertThat(list.path("responses")
                            .path("200")
                            .path("content")
                            .path("application/json")
                            .path("schema")
                            .path("$ref")
                            .asString())
                    .endsWith("NoticeListAnswer");
            assertThat(api.path("components")
                            .path("securitySchemes")
                            .path("token")
                            .path("scheme")
                            .asString())
                    .isEqualTo("bearer");
            assertThat(api.path("security").toString()).isEqualTo("[{\"token\":[]}]");
        }
    }
}
