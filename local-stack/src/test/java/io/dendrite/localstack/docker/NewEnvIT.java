package io.dendrite.localstack.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.TestJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes the secrets for Docker, in a copy of the checkout. */
class NewEnvIT {

    @TempDir
    Path checkout;

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectories(checkout.resolve("docker"));
        Files.copy(TestJvm.root().resolve("docker/new-env"), checkout.resolve("docker/new-env"));
    }

    @Test
    void makesEverySecretThatTheComposeFileAsksFor() throws Exception {
        assertThat(run()).isZero();

        Map<String, String> secrets = secrets();
        assertThat(secrets.keySet())
                .containsExactlyInAnyOrderElementsOf(Pattern.compile("\\$\\{([A-Z_]+):\\?")
                        .matcher(Files.readString(TestJvm.root().resolve("docker-compose.yml")))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()));
        assertThat(Base64.getDecoder().decode(secrets.get("DENDRITE_ENCRYPTION_MASTERKEY")))
                .hasSize(96);
        assertThat(secrets.values()).allMatch(secret -> secret.length() >= 24).doesNotHaveDuplicates();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env())))
                .isEqualTo("rw-------");
    }

    @Test
    void neverReplacesAFileThatHasTheOnlyCopyOfAKey() throws Exception {
        run();
        String before = Files.readString(env());

        assertThat(run()).isEqualTo(1);

        assertThat(env()).hasContent(before);
    }

    @Test
    void theFileStaysOutOfGitAndOfImages() throws IOException {
        assertThat(Files.readAllLines(TestJvm.root().resolve(".gitignore"))).contains(".env");
        assertThat(Files.readAllLines(TestJvm.root().resolve(".dockerignore"))).contains(".env");
    }

    private int run() throws Exception {
        Process script = new ProcessBuilder(
                        "/bin/sh", checkout.resolve("docker/new-env").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor(1, TimeUnit.MINUTES)).as(said).isTrue();
        return script.exitValue();
    }

    private Map<String, String> secrets() throws IOException {
        return Files.readAllLines(env()).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private Path env() {
        return checkout.resolve(".env");
    }
}
