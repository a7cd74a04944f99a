package io.dendrite.gateway.header.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerHeadersTest {

    private static final URI INSTANCE = URI.create("http://scheduling:8081/swagger-ui.html");

    @ParameterizedTest
    @CsvSource({
        "http://scheduling:8081/swagger-ui/index.html?a=b, /swagger-ui/index.html?a=b",
        "HTTP://Scheduling:8081/x, /x",
        "http://scheduling:8081, /",
        "/api/v1/bookings/1, /api/v1/bookings/1",
        "http://scheduling:80810/x, http://scheduling:80810/x",
        "https://clinic.example/x, https://clinic.example/x",
    })
    void hidesTheInstanceInALocation(String location, String shown) {
        assertThat(AnswerHeaders.location(location, INSTANCE)).isEqualTo(shown);
    }

    @Test
    void keepsDataOutOfCachesButLetsSwaggerUiBeCached() {
        assertThat(AnswerHeaders.securityFor("/api/v1/patients", false)).containsEntry("Cache-Control", "no-store");
        assertThat(AnswerHeaders.securityFor("/swagger-ui/swagger-ui.css", false))
                .doesNotContainKey("Cache-Control");
    }

    @Test
    void tellsBrowsersToKeepToTlsOnlyWhereTheyCameByIt() {
        assertThat(AnswerHeaders.securityFor("/api/v1/patients", true))
                .containsEntry("Strict-Transport-Security", "max-age=31536000");
        assertThat(AnswerHeaders.securityFor("/api/v1/patients", false)).doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void letsNoPageFrameAnyAnswer() {
        for (String path : new String[] {"/api/v1/x", "/swagger-ui/index.html", "/nothing"}) {
            assertThat(AnswerHeaders.securityFor(path, false))
                    .containsEntry("X-Frame-Options", "DENY")
                    .hasEntrySatisfying(
                            "Content-Security-Policy",
                            policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Server", "X-Powered-By", "Access-Control-Allow-Origin", "access-control-allow-credentials"})
    void keepsInsideWhatTellsOfTheServiceOrOpensIt(String header) {
        assertThat(AnswerHeaders.isPrivate(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETag", "Location", "Idempotent-Replay", "Retry-After", "Set-Cookie", "Allow"})
    void passesOnWhatTheApiPromises(String header) {
        assertThat(AnswerHeaders.isPrivate(header)).isFalse();
    }
}
