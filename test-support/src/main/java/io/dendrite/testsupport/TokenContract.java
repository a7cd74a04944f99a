package io.dendrite.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No call of a service is served without a token that is good in every respect. */
public abstract class TokenContract {

    private static final String[] FORGED = {
        "X-User", "manager", "X-User-Id", "manager", "X-Roles", "manager", "X-Forwarded-User", "manager", "X-Sites", "*"
    };

    /** The service under test. */
    protected abstract GuardedService service();

    @TestFactory
    Stream<DynamicTest> badTokensAreRefusedOnEveryCall() {
        return service().matrix().stream()
                .filter(line -> !line.isPart())
                .map(line -> DynamicTest.dynamicTest(line.toString(), () -> {
                    bad().forEach((name, token) -> assertRefused(service().call(line, token), name));
                    assertRefused(service().call(line, null, FORGED), "headers that only a gateway could have set");
                }));
    }

    @Test
    void headersWidenNoToken() {
        MatrixLine closed = service().matrix().stream()
                .filter(line -> !line.roles().contains("auditor"))
                .findFirst()
                .orElseThrow();

        assertThat(service()
                        .call(closed, token().roles("auditor").sign(), FORGED)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void keysMayChangeWithoutARestart() {
        String before = good().sign();
        assertServed(before);

        service().issuer().rotateKeys();

        assertServed(good().sign());
        assertServed(good().signWithEllipticCurve());
        assertRefused(service().call(openToFrontDesk(), before), "signed with a key that is gone");
    }

    @Test
    void noIssuerIsNeededForTokensWhoseKeyIsKnown() {
        assertServed(good().sign());
        service().issuer().stop();
        try {
            assertServed(good().sign());
        } finally {
            service().issuer().start();
        }
    }

    /** An address stands in logs and histories, and a cookie is sent by whoever can lure a browser. */
    @Test
    void tokensComeInTheirHeaderOnly() {
        MatrixLine line = openToFrontDesk();
        String token = good().sign();
        MatrixLine inAddress =
                new MatrixLine(line.method(), line.path() + "?access_token=" + token, line.roles(), line.scope());

        assertRefused(service().call(inAddress, null), "in the address");
        assertRefused(service().call(line, null, "Cookie", "Authorization=Bearer " + token), "in a cookie");
        assertRefused(service().call(line, null, "Authorization", "Basic bWFuYWdlcjptYW5hZ2Vy"), "a password");
    }

    @Test
    void keysAreKept() {
        assertServed(good().sign());
        int before = service().issuer().keyFetches();
        for (int call = 0; call < 20; call++) {
            assertServed(good().sign());
        }

        assertThat(service().issuer().keyFetches()).isEqualTo(before);
    }

    private void assertServed(String token) {
        assertThat(service().call(openToFrontDesk(), token).statusCode())
                .isNotIn(401, 403)
                .isLessThan(500);
    }

    private MatrixLine openToFrontDesk() {
        return service().matrix().stream()
                .filter(line -> !line.isPart()
                        && line.roles().contains("front-desk")
                        && line.method().equals("GET"))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> bad() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("expired", good().expired().sign());
        bad.put("without an end", good().without("exp").sign());
        bad.put("not yet valid", good().notYetValid().sign());
        bad.put("unsigned", good().unsigned());
        bad.put("alg=none", good().algNone());
        bad.put("tampered", good().tampered());
        bad.put("signed with somebody's key under a known id", good().signWithForeignKey());
        bad.put("signed with an unknown key", good().signWithUnknownKey());
        bad.put("signed with the public key as a secret", good().hmacWithPublicKey());
        bad.put("for another audience", good().audience("another-api").sign());
        bad.put("for no audience", good().without("aud").sign());
        bad.put("of another issuer", good().issuer("https://issuer.example").sign());
        bad.put("of no issuer", good().without("iss").sign());
        bad.put("of a blank subject", good().subject(" ").sign());
        bad.put("of nobody", good().without("sub").sign());
        bad.put("no token at all", "garbage");
        return bad;
    }

    private TestToken good() {
        return token().roles("front-desk", "clinician", "manager", "auditor");
    }

    private TestToken token() {
        return service().issuer().token().subject("somebody").sites("*");
    }

    private static void assertRefused(HttpResponse<String> answer, String token) {
        assertThat(answer.statusCode()).as(token).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .as(token)
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
        assertThat(answer.body()).as(token).contains("/problems/unauthenticated", "traceId");
    }
}
