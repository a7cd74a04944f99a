package io.dendrite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks that an answer is a whole problem, with nothing in it that the client should not see. */
final class ProblemAssert {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemAssert() {}

    static JsonNode problemIn(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        return problemIn(answer.body(), status, type);
    }

    static JsonNode problemIn(String body, int status, String type) {
        JsonNode problem = JSON.readTree(body);
        assertThat(problem.propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "instance", "traceId");
        assertThat(problem.get("type").asString()).isEqualTo(type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("instance").asString()).startsWith("/").doesNotContain("?");
        assertThat(problem.get("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("Exception", "127.0.0.1");
        return problem;
    }
}
