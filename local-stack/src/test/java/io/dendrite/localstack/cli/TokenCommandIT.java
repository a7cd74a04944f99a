package io.dendrite.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.FreePort;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.journey.WithLocalStack;
import io.dendrite.localstack.stack.LocalStack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./dendrite token} and {@code ./dendrite rotate-keys}, while a stack runs and while none does. */
@WithLocalStack
class TokenCommandIT {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"front-desk", "clinician", "manager", "auditor", "system"})
    void printsATokenOfTheRole(String role, LocalStack stack) throws Exception {
        JsonNode claims = claims(printed(stack, "token", "--role", role));

        assertThat(claims.get("iss").asString()).isEqualTo(stack.issuer().toString());
        assertThat(texts(claims.get("aud"))).containsExactly("dendrite-api");
        assertThat(texts(claims.get("roles"))).containsExactly(role);
        assertThat(texts(claims.get("sites"))).containsExactly("*");
        assertThat(claims.get("sub").asString()).startsWith("demo-");
        assertThat(claims.get("exp").asLong() - Instant.now().getEpochSecond()).isBetween(3_500L, 3_600L);
        assertThat(claims.path("scope").size()).isEqualTo(role.equals("system") ? 12 : 0);
    }

    @Test
    void narrowsItToSitesAndScopes(LocalStack stack) throws Exception {
        String token = printed(
                stack,
                "token",
                "--role=system",
                "--site=riverside",
                "--site=north",
                "--scope=patients:read",
                "--scope=calendar:read");

        assertThat(texts(claims(token).get("sites"))).containsExactly("riverside", "north");
        assertThat(texts(claims(token).get("scope"))).containsExactlyInAnyOrder("patients:read", "calendar:read");
    }

    @Test
    void whatItPrintsOpensTheDoor(LocalStack stack) throws Exception {
        String token = printed(stack, "token");

        assertThat(new ClinicClient(stack.gateway(), () -> token).get("/sites").status())
                .isEqualTo(200);
    }

    @Test
    void aRotatedKeySignsTheNextTokenAndTheOldOneStaysGood(LocalStack stack) throws Exception {
        String before = printed(stack, "token");

        String said = printed(stack, "rotate-keys");

        String after = printed(stack, "token");
        assertThat(said).contains(header(after).get("kid").asString());
        assertThat(header(after).get("kid")).isNotEqualTo(header(before).get("kid"));
        for (String token : List.of(before, after)) {
            assertThat(new ClinicClient(stack.gateway(), () -> token)
                            .get("/sites")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void saysThatNoStackRuns() throws Exception {
        DendriteProcess token = new DendriteProcess(temporary, temporary.resolve("said.txt"), "token");

        assertThat(token.exitCode()).isEqualTo(1);
        assertThat(token.shown())
                .startsWith("dendrite: No stack runs in")
                .contains("./dendrite up")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--role=boss", "--scope=patients:read", "--role=system --scope=all"})
    void refusesWhatThereIsNot(String options) throws Exception {
        String[] command = ("token " + options).split(" ", -1);
        DendriteProcess token = new DendriteProcess(temporary, temporary.resolve("said.txt"), command);

        assertThat(token.exitCode()).isEqualTo(2);
    }

    @Test
    void anIssuerThatDoesNotAnswerKeepsTheStackFromStarting() throws Exception {
        int nobody = FreePort.any();
        DendriteProcess up = new DendriteProcess(
                temporary, temporary.resolve("said.txt"), "up", "--issuer", "http://localhost:" + nobody + "/realm");

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.shown()).contains("Nothing answers at localhost:" + nobody + ", which --issuer names");
    }

    private String printed(LocalStack stack, String... command) throws Exception {
        DendriteProcess process = new DendriteProcess(stack.directory().path(), temporary.resolve("said.txt"), command);
        assertThat(process.exitCode()).as(process.shown()).isZero();
        assertThat(process.shown()).hasLineCount(1);
        return process.shown().trim();
    }

    private static JsonNode header(String token) {
        return part(token, 0);
    }

    private static JsonNode claims(String token) {
        return part(token, 1);
    }

    private static JsonNode part(String token, int number) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[number]);
        return JsonMapper.builder().build().readTree(new String(json, StandardCharsets.UTF_8));
    }

    /** A single audience may stand without brackets (RFC 7519, section 4.1.3). */
    private static List<String> texts(JsonNode values) {
        return values.isArray() ? values.valueStream().map(JsonNode::asString).toList() : List.of(values.asString());
    }
}
