package io.dendrite.gateway;

import static io.dendrite.gateway.ProblemAssert.problemIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the gateway may be asked, under real load. The periods are long, so that nothing comes back meanwhile. */
class QuotaIT {

    private static final String LIMITS = "dendrite.gateway.quota.limits.";

    private static StubService service;
    private static RunningGateway gateway;
    private static int clients;

    @BeforeAll
    static void start() {
        service = new StubService("any");
        gateway = RunningGateway.with(
                "DENDRITE_SCHEDULING_URIS=" + service.address(),
                "DENDRITE_NOTIFICATION_URIS=" + service.address(),
                // So that each test can be a client of its own.
                "dendrite.gateway.trusted-proxies=127.0.0.1",
                LIMITS + "client.capacity=120",
                LIMITS + "client.period=10h",
                LIMITS + "user.capacity=60",
                LIMITS + "user.period=10h",
                LIMITS + "searches.capacity=20",
                LIMITS + "searches.period=10h",
                LIMITS + "mails.capacity=10",
                LIMITS + "mails.period=2s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        service.received.clear();
    }

    @Test
    void letsExactlyAsManyCallsOfAUserThroughAsTheLimitSaysHoweverManyComeAtOnce() {
        String token = tokenOf("busy");

        Map<Integer, Long> answers = statuses(200, () -> call("/api/v1/sites", anyClient(), token));

        assertThat(answers).isEqualTo(Map.of(200, 60L, 429, 140L));
        assertThat(service.received).as("what was refused reached no service").hasSize(60);
        assertThat(gateway.send(call("/api/v1/sites", anyClient(), tokenOf("another")))
                        .statusCode())
                .as("another user is not affected")
                .isEqualTo(200);
    }

    @Test
    void boundsAClientBeforeItLooksAtItsTokens() {
        String client = anyClient();

        Map<Integer, Long> answers = statuses(200, () -> call("/api/v1/sites", client, "garbage"));

        assertThat(answers).isEqualTo(Map.of(401, 120L, 429, 80L));
        assertThat(gateway.send(call("/api/v1/sites", client, tokenOf("late"))).statusCode())
                .isEqualTo(429);
        assertThat(gateway.send(call("/api/v1/sites", anyClient(), tokenOf("late")))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/patients?q=Lovelace, finds",
        "/api/v1/%70atients?q=Lovelace, disguises",
        "/api/v1/availability?site=s&treatment=t, plans",
        "/api/v1/notices?patientId=p, checks",
        "/api/v1/audit?patientId=p, audits"
    })
    void isStricterWithSearches(String search, String user) {
        String token = tokenOf(user);

        assertThat(statuses(40, () -> call(search, anyClient(), token))).isEqualTo(Map.of(200, 20L, 429, 20L));
        assertThat(gateway.send(call("/api/v1/patients/p1", anyClient(), token)).statusCode())
                .as("what is no search goes on")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/bookings, books",
        "/api/v1/appointments/a1/reschedule, moves",
        "/api/v1/appointments/a1/cancel, cancels",
        "/api/v1/notices/n1/resend, resends"
    })
    void isStricterWithCallsThatCauseMailAndLetsThemThroughAgainLater(String target, String user) {
        String token = tokenOf(user);
        Supplier<HttpRequest.Builder> mail =
                () -> call(target, anyClient(), token).POST(BodyPublishers.ofString("{}"));

        HttpResponse<String> refused = null;
        for (int i = 0; i < 100 && refused == null; i++) {
            HttpResponse<String> answer = gateway.send(mail.get());
            refused = answer.statusCode() == 429 ? answer : null;
        }

        assertThat(refused).isNotNull();
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(gateway.send(call("/api/v1/bookings/b1", anyClient(), token)).statusCode())
                .as("reading goes on")
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> gateway.send(mail.get()).statusCode() == 200);
    }

    @Test
    void tellsWithEveryAnswerWhereTheCallerStands() {
        String client = anyClient();
        String token = tokenOf("curious");

        HttpResponse<String> answer = gateway.send(call("/api/v1/patients?q=x", client, token));

        assertThat(answer.headers().allValues("RateLimit-Policy"))
                .containsExactly("\"client\";q=120;w=36000, \"user\";q=60;w=36000, \"searches\";q=20;w=36000");
        assertThat(answer.headers().allValues("RateLimit"))
                .hasSize(1)
                .first()
                .asString()
                .matches("\"client\";r=119;t=\\d+, \"user\";r=59;t=\\d+, \"searches\";r=19;t=\\d+");
        assertThat(gateway.send(call("/nothing", client, "garbage")).headers().firstValue("RateLimit"))
                .as("on refusals too")
                .hasValueSatisfying(standing -> assertThat(standing).startsWith("\"client\";r=118;t="));
    }

    @Test
    void saysHowLongToWait() {
        String token = tokenOf("patient");
        statuses(60, () -> call("/api/v1/sites", anyClient(), token));

        HttpResponse<String> refused = gateway.send(call("/api/v1/sites", anyClient(), token));

        assertThat(problemIn(refused, 429, "/problems/quota-exceeded")
                        .get("detail")
                        .asString())
                .contains("\"user\"");
        // Sixty in ten hours: one comes back in ten minutes.
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(590, 600);
        assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).contains("\"user\";r=0;t=");
        assertThat(refused.headers().firstValue("RateLimit-Policy")).isPresent();
    }

    @Test
    void tellsTheServiceWhomATrustedProxySpokeForAndNotWhatTheClientToldTheProxy() {
        gateway.send(call("/api/v1/sites", "6.6.6.6, 198.51.100.7", tokenOf("afar")));

        assertThat(service.received.get(0).headers().get("X-Forwarded-For")).containsExactly("198.51.100.7");
    }

    private static Map<Integer, Long> statuses(int calls, Supplier<HttpRequest.Builder> call) {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, calls)
                .mapToObj(i -> gateway.sendAsync(call.get()))
                .toList();
        return answers.stream()
                .map(answer -> answer.join().statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    }

    private static HttpRequest.Builder call(String target, String client, String token) {
        return gateway.withoutToken(target)
                .header("Authorization", "Bearer " + token)
                .header("X-Forwarded-For", client);
    }

    private static synchronized String anyClient() {
        clients++;
        return "10.1." + clients / 250 + "." + clients % 250;
    }

    private static String tokenOf(String user) {
        return RunningGateway.ISSUER.token().subject(user).sign();
    }
}
