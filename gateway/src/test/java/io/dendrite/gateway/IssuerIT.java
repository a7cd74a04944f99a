package io.dendrite.gateway;

import static io.dendrite.gateway.ProblemAssert.problemIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.testsupport.TestIssuer;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issuer that changes its keys, goes away, comes back, or never answers. */
class IssuerIT {

    private final TestIssuer issuer = new TestIssuer();
    private StubService service;
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        service = new StubService("scheduling");
    }

    @AfterEach
    void stop() {
        gateway.close();
        service.close();
        issuer.close();
    }

    @Test
    void fetchesTheKeysOnceAndFollowsTheirRotationWithoutARestart() {
        gateway = gatewayWith("dendrite.gateway.keys.fetches-per-minute=5");
        String before = issuer.token().sign();
        List<CompletableFuture<HttpResponse<String>>> first = IntStream.range(0, 50)
                .mapToObj(i -> gateway.sendAsync(asking(before)))
                .toList();
        assertThat(first)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(issuer.keyFetches()).as("fifty at once share a fetch").isEqualTo(1);

        issuer.rotateKeys();
        assertThat(gateway.send(asking(issuer.token().sign())).statusCode()).isEqualTo(200);
        assertThat(issuer.keyFetches()).isEqualTo(2);
        problemIn(gateway.send(asking(before)), 401, "/problems/unauthenticated");

        String madeUp = issuer.token().signWithUnknownKey();
        for (int i = 0; i < 60; i++) {
            problemIn(gateway.send(asking(madeUp)), 401, "/problems/unauthenticated");
        }
        assertThat(issuer.keyFetches())
                .as("made-up ids do not drive it to the issuer")
                .isBetween(3, 8);
    }

    @Test
    void startsWithoutTheIssuerServesOnceItIsThereAndGoesOnWhenItIsAwayAgain() {
        issuer.stop();
        gateway = gatewayWith("dendrite.gateway.keys.fetches-per-minute=600", "dendrite.gateway.keys.fresh=1ms");
        String good = issuer.token().sign();

        HttpResponse<String> refused = gateway.send(asking(good));
        problemIn(refused, 503, "/problems/unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(service.received).isEmpty();
        assertThat(gateway.send(gateway.withoutToken("/actuator/health/readiness"))
                        .statusCode())
                .isEqualTo(200);

        issuer.start();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> gateway.send(asking(good)).statusCode() == 200);

        issuer.stop();
        assertThat(gateway.send(asking(good)).statusCode())
                .as("known keys count")
                .isEqualTo(200);
        problemIn(gateway.send(asking(issuer.token().signWithUnknownKey())), 503, "/problems/unavailable");
    }

    @Test
    void answersInTimeWhenTheIssuerNeverDoes() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            gateway = gatewayWith(
                    "DENDRITE_JWK_SET_URI=http://127.0.0.1:" + silent.getLocalPort() + "/keys",
                    "dendrite.gateway.keys.timeout=300ms");
            long begun = System.nanoTime();

            problemIn(gateway.send(asking(issuer.token().sign())), 503, "/problems/unavailable");

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void asksForTheKeysWhereItIsToldAndForTheAudienceItIsTold() {
        gateway = RunningGateway.with(
                issuer,
                "DENDRITE_SCHEDULING_URIS=" + service.address(),
                "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://login.clinic.example/realms/one",
                "DENDRITE_JWK_SET_URI=" + issuer.jwkSetUri(),
                "DENDRITE_AUDIENCE=another-api");

        String theirs = issuer.token()
                .issuer("https://login.clinic.example/realms/one")
                .audience("another-api")
                .sign();
        assertThat(gateway.send(asking(theirs)).statusCode()).isEqualTo(200);
        problemIn(gateway.send(asking(issuer.token().sign())), 401, "/problems/unauthenticated");
    }

    private RunningGateway gatewayWith(String... properties) {
        String[] all = new String[properties.length + 1];
        System.arraycopy(properties, 0, all, 1, properties.length);
        all[0] = "DENDRITE_SCHEDULING_URIS=" + service.address();
        return RunningGateway.with(issuer, all);
    }

    private HttpRequest.Builder asking(String token) {
        return gateway.withoutToken("/api/v1/sites").header("Authorization", "Bearer " + token);
    }
}
