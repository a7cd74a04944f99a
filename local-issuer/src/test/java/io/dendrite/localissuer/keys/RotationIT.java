package io.dendrite.localissuer.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localissuer.RunningIssuer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;

/** Keys change while resource servers and tokens stay. */
class RotationIT {

    @TempDir
    Path directory;

    @Test
    void aRotatedKeySignsAndTokensOfTheOldOneStayGood() {
        try (RunningIssuer issuer = new RunningIssuer(directory)) {
            JwtDecoder reader = JwtDecoders.fromIssuerLocation(issuer.uri().toString());
            String old = issuer.token("manager", Map.of());
            Object oldKey = reader.decode(old).getHeaders().get("kid");

            HttpResponse<String> rotated = issuer.rotate("operator", issuer.secret("users", "operator"));

            assertThat(rotated.statusCode()).isEqualTo(200);
            String fresh = issuer.token("manager", Map.of());
            assertThat(reader.decode(fresh).getHeaders().get("kid"))
                    .isEqualTo(RunningIssuer.json(rotated).get("kid").asString())
                    .isNotEqualTo(oldKey);
            assertThat(reader.decode(old).getHeaders().get("kid")).isEqualTo(oldKey);
        }
    }

    @Test
    void onlyTheOperatorRotates() {
        try (RunningIssuer issuer = new RunningIssuer(directory)) {
            assertThat(issuer.rotate("operator", "guess").statusCode()).isEqualTo(401);
            String manager = issuer.secret("users", "demo-manager");
            assertThat(issuer.rotate("demo-manager", manager).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void keysAndSecretsSurviveARestart() {
        String before;
        String secret;
        try (RunningIssuer issuer = new RunningIssuer(directory)) {
            before = issuer.page("/oauth2/jwks").body();
            secret = issuer.secret("clients", "auditor");
        }
        try (RunningIssuer issuer = new RunningIssuer(directory)) {
            assertThat(issuer.page("/oauth2/jwks").body()).isEqualTo(before).doesNotContain("\"d\":");
            assertThat(issuer.askForToken("auditor", secret, Map.of()).statusCode())
                    .isEqualTo(200);
        }
    }
}
