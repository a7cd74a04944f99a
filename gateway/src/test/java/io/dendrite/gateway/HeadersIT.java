package io.dendrite.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import io.dendrite.gateway.StubService.Answer;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the gateway adds to requests and answers, and what it takes away. */
@ExtendWith(OutputCaptureExtension.class)
class HeadersIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static StubService service;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        service = new StubService("scheduling");
        gateway = RunningGateway.with("DENDRITE_SCHEDULING_URIS=" + service.address());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        service.received.clear();
        service.answer(request -> Answer.json(200, "{}"));
    }

    @Test
    void passesAWellFormedRequestIdInAndOut() {
        service.answer(request -> new Answer(200, Map.of("X-Request-Id", "of-the-service"), "{}"));

        HttpResponse<String> answer =
                gateway.send(gateway.to("/api/v1/sites").header("X-Request-Id", "desk-3.2026_11"));

        assertThat(seen().getFirst("X-Request-Id")).isEqualTo("desk-3.2026_11");
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("desk-3.2026_11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"has space", "<script>", "-begins-badly", "a/b"})
    void replacesAnIllFormedRequestId(String bad) {
        HttpResponse<String> answer = gateway.send(gateway.to("/api/v1/sites").header("X-Request-Id", bad));

        String given = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(given).matches("[0-9a-f-]{36}");
        assertThat(seen().getFirst("X-Request-Id")).isEqualTo(given);
    }

    @Test
    void continuesAValidTraceAndNamesItInProblems() {
        gateway.send(gateway.to("/api/v1/sites")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("tracestate", "vendor=1"));
        HttpResponse<String> problem =
                gateway.send(gateway.to("/nothing").header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));

        assertThat(seen().getFirst("traceparent"))
                .startsWith("00-" + TRACE + "-")
                .endsWith("-01")
                .doesNotContain("00f067aa0ba902b7");
        assertThat(seen().getFirst("tracestate")).isEqualTo("vendor=1");
        assertThat(problem.body()).contains("\"traceId\":\"" + TRACE + "\"");
    }

    @Test
    void startsATraceWhereTheCallersIsInvalid() {
        gateway.send(gateway.to("/api/v1/sites")
                .header("traceparent", "00-" + TRACE.toUpperCase(Locale.ROOT) + "-00f067aa0ba902b7-01")
                .header("tracestate", "vendor=1"));

        assertThat(seen().getFirst("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain(TRACE);
        assertThat(seen().get("tracestate")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "X-Real-IP",
                "X-User-Id",
                "x-user-roles",
                "X-Dendrite-Site",
                "X-Original-URL",
                "X-B3-TraceId",
                "Proxy-Authorization",
                "X-HTTP-Method-Override",
                "X-Forwarded-Prefix",
                "Keep-Alive",
                "TE",
                "X-Auth-Request-User",
                "X-Forwarded-User",
                "X-Remote-User",
                "X-Roles",
                "X_User_Id"
            })
    void dropsWhatAClientMayNotSay(String header) {
        gateway.send(gateway.to("/api/v1/sites").header(header, "forged"));

        assertThat(seen().get(header)).isNull();
    }

    @Test
    void saysItselfWhereARequestComesFrom() {
        gateway.send(gateway.to("/api/v1/sites")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https"));

        assertThat(seen().get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen().get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(seen().getFirst("X-Forwarded-Host")).startsWith("127.0.0.1:");
    }

    @Test
    void dropsHeadersThatTheConnectionHeaderNamesButNotOurOwn() {
        gateway.sendHead(
                "GET /api/v1/sites HTTP/1.1",
                "Host: clinic.example",
                "X-Private: 1",
                "Connection: close, X-Private, X-Request-Id",
                "X-Request-Id: desk-9");

        assertThat(seen().get("X-Private")).isNull();
        assertThat(seen().getFirst("X-Request-Id")).isEqualTo("desk-9");
        assertThat(seen().getFirst("X-Forwarded-Host")).isEqualTo("clinic.example");
        assertThat(seen().getFirst("X-Forwarded-Port")).isEqualTo("80");
    }

    @Test
    void passesOnWhatBelongsToTheClientAndTheService() {
        gateway.send(gateway.to("/api/v1/sites")
                .header("If-Match", "\"3\"")
                .header("Idempotency-Key", "\"k\"")
                .header("Accept-Language", "de"));

        assertThat(seen().getFirst("Authorization")).isEqualTo(gateway.authorization());
        assertThat(seen().getFirst("If-Match")).isEqualTo("\"3\"");
        assertThat(seen().getFirst("Idempotency-Key")).isEqualTo("\"k\"");
        assertThat(seen().getFirst("Accept-Language")).isEqualTo("de");
    }

    @Test
    void doesNotPassAnUpgradeOn() {
        String answer = gateway.sendHead(
                "GET /api/v1/sites HTTP/1.1",
                "Host: c",
                "Connection: Upgrade, close",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(seen().get("Upgrade")).isNull();
    }

    @Test
    void putsSecurityHeadersOnEveryAnswer() {
        service.answer(request -> new Answer(
                200,
                Map.of(
                        "Cache-Control",
                        "public",
                        "Access-Control-Allow-Origin",
                        "*",
                        "X-Powered-By",
                        "x",
                        "Server",
                        "y"),
                "{}"));

        for (String path : new String[] {"/api/v1/patients", "/nothing", "/actuator/info"}) {
            HttpHeaders headers = gateway.get(path).headers();
            assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'");
            assertThat(headers.map()).doesNotContainKeys("access-control-allow-origin", "x-powered-by", "server");
        }
    }

    @Test
    void letsSwaggerUiLoadItsOwnScriptsAndNothingElse() {
        String policy = gateway.get("/swagger-ui/index.html")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();

        assertThat(policy).contains("script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'");
    }

    @Test
    void doesNotOpenTheApiToOtherOrigins() {
        HttpResponse<String> answer =
                gateway.send(gateway.to("/api/v1/patients").header("Origin", "http://evil.example"));

        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void logsOneLineForARequestWithoutItsQueryOrPath(CapturedOutput output) {
        gateway.send(gateway.to("/api/v1/patients/secret-path?q=Lovelace").header("X-Request-Id", "log-1"));

        await().untilAsserted(() -> assertThat(output.getOut().lines())
                .filteredOn(line -> line.contains("requestId=log-1"))
                .singleElement()
                .asString()
                .contains("method=GET route=scheduling status=200 durationMs=", "end=answered"));
        assertThat(output.getAll()).doesNotContain("Lovelace", "secret-path");
    }

    private static Headers seen() {
        return service.received.get(0).headers();
    }
}
