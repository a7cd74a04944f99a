package io.dendrite.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each service owes to tokens, at each of its handlers: none but a good one of its issuer counts (RFC 8725), nothing
 * beside the token tells who calls, and an issuer that changes its keys or is away for a while needs no restart.
 */
public abstract class TokenContract {

    private static final String[] EVERYBODY = {"front-desk", "clinician", "manager", "auditor", "system"};

    /** What proxies of other makes tell their services by; ours believe none of it. */
    private static final List<String> FORGED_NAMES = List.of(
            "X-User",
            "X-User-Id",
            "X-Roles",
            "X-Sites",
            "X-Forwarded-User",
            "X-Forwarded-Email",
            "X-Auth-Request-User",
            "X-Remote-User",
            "Remote-User",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override");

    /** Where the service listens, without a slash at the end. */
    protected abstract String base();

    /** Whose tokens it trusts. */
    protected abstract TestIssuer issuer();

    /** The matrix that it enforces. */
    protected abstract List<GuardedCall> matrix();

    /** Starts an instance more, which trusts another issuer and has heard nothing from it yet. */
    protected abstract RunningService start(TestIssuer itsIssuer);

    @TestFactory
    Stream<DynamicTest> refusesEachBadTokenAtEachHandler() {
        return matrix().stream()
                .flatMap(call -> badTokens().entrySet().stream()
                        .map(bad -> dynamicTest(
                                call.call() + ": " + bad.getKey(),
                                () -> Doorbell.assertUnauthenticated(Doorbell.ring(
                                        call.request(base(), bad.getValue().get()))))));
    }

    @TestFactory
    Stream<DynamicTest> takesATokenFromNowhereButTheHeader() {
        return matrix().stream()
                .map(call -> dynamicTest(call.call(), () -> {
                    String token = good().sign();
                    GuardedCall inQuery = new GuardedCall(
                            call.method(), call.path() + "?access_token=" + token, call.roles(), call.scope());
                    Doorbell.assertUnauthenticated(Doorbell.ring(inQuery.request(base())));
                    Doorbell.assertUnauthenticated(
                            Doorbell.ring(call.request(base()).header("Cookie", "Authorization=Bearer " + token)));
                    Doorbell.assertUnauthenticated(
                            Doorbell.ring(call.request(base()).header("Authorization", "Basic bWFuYWdlcjptYW5hZ2Vy")));
                }));
    }

    @TestFactory
    Stream<DynamicTest> believesNoOtherHeader() {
        return matrix().stream()
                .map(call -> dynamicTest(call.call(), () -> {
                    Doorbell.assertUnauthenticated(Doorbell.ring(forged(call.request(base()))));
                    Doorbell.assertForbidden(Doorbell.ring(
                            forged(call.request(base(), issuer().token().sign()))));
                }));
    }

    @TestFactory
    Stream<DynamicTest> takesBothKindsOfSignature() {
        return matrix().stream()
                .map(call -> dynamicTest(call.call(), () -> {
                    assertLetIn(call, base(), good().sign());
                    assertLetIn(call, base(), good().signWithEllipticCurve());
                    assertLetIn(
                            call,
                            base(),
                            good().audience("elsewhere", TestIssuer.AUDIENCE).sign());
                }));
    }

    @Test
    void followsTheIssuerToNewKeysWithoutARestart() {
        GuardedCall call = matrix().get(0);
        String old = good().sign();
        assertLetIn(call, base(), old);

        issuer().rotateKeys();

        assertLetIn(call, base(), good().sign());
        Doorbell.assertUnauthenticated(Doorbell.ring(call.request(base(), old)));
    }

    @Test
    void needsNoIssuerForTokensWhoseKeyItKnows() {
        GuardedCall call = matrix().get(0);
        assertLetIn(call, base(), good().sign());
        issuer().stop();
        try {
            assertLetIn(call, base(), good().sign());
        } finally {
            issuer().start();
        }
    }

    @Test
    void saysThatItCannotAnswerWhileItsIssuerIsAwayAndRecovers() {
        GuardedCall call = matrix().get(0);
        try (TestIssuer late = new TestIssuer()) {
            late.stop();
            try (RunningService fresh = start(late)) {
                String token = late.token().roles(EVERYBODY).sign();

                long before = System.nanoTime();
                HttpResponse<String> away = Doorbell.ring(call.request(fresh.base(), token));
                Duration took = Duration.ofNanos(System.nanoTime() - before);

                assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
                assertThat(away.headers().firstValue("Retry-After"))
                        .hasValueSatisfying(seconds -> assertThat(seconds).matches("\\d+"));
                Doorbell.assertProblem(away, "unavailable");
                assertThat(took).isLessThan(Duration.ofSeconds(5));

                late.start();

                assertLetIn(call, fresh.base(), token);
            }
        }
    }

    private Map<String, Supplier<String>> badTokens() {
        Map<String, Supplier<String>> bad = new LinkedHashMap<>();
        bad.put("expired", () -> good().expired().sign());
        bad.put("not yet valid", () -> good().notYetValid().sign());
        bad.put("without an end", () -> good().without("exp").sign());
        bad.put("without a subject", () -> good().without("sub").sign());
        bad.put("with an empty subject", () -> good().subject(" ").sign());
        bad.put("for another audience", () -> good().audience("elsewhere").sign());
        bad.put("without an audience", () -> good().without("aud").sign());
        bad.put(
                "of another issuer",
                () -> good().issuer("https://elsewhere.example").sign());
        bad.put("without an issuer", () -> good().without("iss").sign());
        bad.put("unsigned", () -> good().unsigned());
        bad.put("tampered with", () -> issuer().token().tampered());
        bad.put("alg none", () -> good().algNone());
        bad.put("HMAC with the public key", () -> good().hmacWithPublicKey());
        bad.put("signed with a foreign key", () -> good().signWithForeignKey());
        bad.put("signed with an unknown key", () -> good().signWithUnknownKey());
        bad.put("no token at all", () -> "nonsense");
        return bad;
    }

    /** A token that opens every line. */
    private TestToken good() {
        return issuer().token()
                .roles(EVERYBODY)
                .scopes(matrix().stream()
                        .flatMap(call -> Stream.ofNullable(call.scope()))
                        .distinct()
                        .toArray(String[]::new));
    }

    private static void assertLetIn(GuardedCall call, String base, String token) {
        HttpResponse<String> answer = Doorbell.ring(call.request(base, token));
        assertThat(answer.statusCode()).as(answer.body()).isNotIn(401, 403).isLessThan(500);
    }

    private static HttpRequest.Builder forged(HttpRequest.Builder request) {
        FORGED_NAMES.forEach(name -> request.header(name, "manager"));
        return request;
    }
}
