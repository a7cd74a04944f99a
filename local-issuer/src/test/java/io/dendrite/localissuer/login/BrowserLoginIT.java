package io.dendrite.localissuer.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localissuer.RunningIssuer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.web.util.UriComponentsBuilder;

/** A person, a browser, and the authorization code flow with PKCE (RFC 7636). */
class BrowserLoginIT {

    private static final String BACK = "http://localhost:8080/swagger-ui/oauth2-redirect.html";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters";

    @TempDir
    Path directory;

    private RunningIssuer issuer;

    @BeforeEach
    void start() {
        issuer = new RunningIssuer(directory);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aPersonLogsInAndComesBackWithATokenOfTheirRole() {
        HttpResponse<String> first = issuer.page(authorize(Map.of()));
        assertThat(location(first).getPath()).isEqualTo("/login");

        HttpResponse<String> loggedIn = logIn("demo-clinician", issuer.secret("users", "demo-clinician"));
        String code = code(issuer.page(location(loggedIn).toString()));
        HttpResponse<String> answer = exchange(code, VERIFIER);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Jwt token = JwtDecoders.fromIssuerLocation(issuer.uri().toString())
                .decode(RunningIssuer.json(answer).get("access_token").asString());
        assertThat(token.getSubject()).isEqualTo("demo-clinician");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("clinician");
        assertThat(token.getClaimAsStringList("sites")).containsExactly("*");
        assertThat(token.getAudience()).containsExactly("dendrite-api");
        assertThat(exchange(code, VERIFIER).statusCode())
                .as("a code works once")
                .isEqualTo(400);
    }

    @Test
    void aWrongPasswordLeadsBackToTheLogin() {
        issuer.page(authorize(Map.of()));

        assertThat(location(logIn("demo-manager", "guess"))).hasToString(issuer.uri() + "/login?error");
    }

    @Test
    void aStolenCodeIsWorthlessWithoutTheVerifier() {
        issuer.page(authorize(Map.of()));
        HttpResponse<String> loggedIn = logIn("demo-manager", issuer.secret("users", "demo-manager"));
        String code = code(issuer.page(location(loggedIn).toString()));

        assertThat(exchange(code, VERIFIER + "-guessed").statusCode()).isEqualTo(400);
    }

    @Test
    void codesGoToTheGatewaysPageOnly() {
        assertThat(issuer.page(authorize(Map.of("redirect_uri", "http://localhost:9999/steal")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theOperatorGetsNoTokens() {
        issuer.page(authorize(Map.of()));
        HttpResponse<String> loggedIn = logIn("operator", issuer.secret("users", "operator"));

        HttpResponse<String> refused = issuer.page(location(loggedIn).toString());

        assertThat(refused.headers().firstValue("Location").orElse("")).doesNotContain("code=");
    }

    private static String authorize(Map<String, String> others) {
        UriComponentsBuilder query = UriComponentsBuilder.fromPath("/oauth2/authorize")
                .queryParam("response_type", "code")
                .queryParam("client_id", "dendrite-web")
                .queryParam("scope", "openid")
                .queryParam("state", "s1")
                .queryParam("redirect_uri", BACK)
                .queryParam("code_challenge", challenge())
                .queryParam("code_challenge_method", "S256");
        others.forEach(query::replaceQueryParam);
        return query.build().encode().toUriString();
    }

    private HttpResponse<String> logIn(String user, String password) {
        Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(issuer.page("/login").body());
        assertThat(csrf.find()).isTrue();
        return issuer.submit("/login", Map.of("username", user, "password", password, "_csrf", csrf.group(1)));
    }

    private static String code(HttpResponse<String> answer) {
        assertThat(location(answer).toString()).startsWith(BACK);
        return UriComponentsBuilder.fromUri(location(answer))
                .build()
                .getQueryParams()
                .getFirst("code");
    }

    private HttpResponse<String> exchange(String code, String verifier) {
        return issuer.submit(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "dendrite-web",
                        "code", code,
                        "redirect_uri", BACK,
                        "code_verifier", verifier));
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer)));
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
