package io.dendrite.localissuer.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localissuer.RunningIssuer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoders;

/** What the token endpoint gives to whom. Each token is read as a resource server does: by discovery and key set. */
class TokenIT {

    @TempDir
    static Path directory;

    private static RunningIssuer issuer;

    @BeforeAll
    static void start() {
        issuer = new RunningIssuer(directory);
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "front-desk, front-desk",
        "clinician, clinician",
        "manager, manager",
        "auditor, auditor",
        "machine, system",
    })
    void aClientGetsATokenOfItsRoleForEverySite(String client, String role) {
        Jwt token = read(issuer.token(client, Map.of()));

        assertThat(token.getIssuer()).hasToString(issuer.uri().toString());
        assertThat(token.getAudience()).containsExactly("dendrite-api");
        assertThat(token.getSubject()).isEqualTo("demo-" + client);
        assertThat(token.getClaimAsStringList("roles")).containsExactly(role);
        assertThat(token.getClaimAsStringList("sites")).containsExactly("*");
        assertThat(token.hasClaim("scope")).isFalse();
        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aTokenIsNarrowedToTheSitesThatAreAskedFor() {
        Jwt token = read(issuer.token("front-desk", Map.of("sites", "riverside north-2")));

        assertThat(token.getClaimAsStringList("sites")).containsExactly("riverside", "north-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc", "a,b", "* riverside", "riverside \"x\""})
    void sitesThatAreNoneAreRefused(String sites) {
        HttpResponse<String> answer =
                issuer.askForToken("front-desk", issuer.secret("clients", "front-desk"), Map.of("sites", sites));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningIssuer.json(answer).get("error").asString()).isEqualTo("invalid_request");
    }

    @Test
    void aMachineGetsTheScopesItAsksForAndNoOther() {
        Jwt token = read(issuer.token("machine", Map.of("scope", "patients:read calendar:write")));

        assertThat(token.getClaimAsStringList("scope"))
                .containsExactlyInAnyOrderElementsOf(List.of("patients:read", "calendar:write"));
        HttpResponse<String> more =
                issuer.askForToken("machine", issuer.secret("clients", "machine"), Map.of("scope", "everything"));
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(RunningIssuer.json(more).get("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void aPersonsClientGetsNoScopes() {
        HttpResponse<String> answer = issuer.askForToken(
                "front-desk", issuer.secret("clients", "front-desk"), Map.of("scope", "patients:read"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"front-desk, guess", "nobody, guess"})
    void withoutTheSecretThereIsNoToken(String client, String secret) {
        HttpResponse<String> answer = issuer.askForToken(client, secret, Map.of());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
    }

    private static Jwt read(String token) {
        return JwtDecoders.fromIssuerLocation(issuer.uri().toString()).decode(token);
    }
}
