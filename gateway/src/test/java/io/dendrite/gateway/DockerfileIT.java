package io.dendrite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the three Dockerfiles have in common, and that their health check works against a running service. */
class DockerfileIT {

    private static final Path ROOT = Path.of(System.getProperty("dendrite.root"));

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "scheduling-service", "notification-service"})
    void runsAsAnUnprivilegedUserAndAsTheFirstProcess(String service) throws IOException {
        String dockerfile = read(service);

        assertThat(dockerfile)
                .containsPattern("(?m)^USER 10001$")
                .contains("ENTRYPOINT [\"java\", \"-jar\", \"" + service + ".jar\"]", "JAVA_TOOL_OPTIONS=");
        assertThat(dockerfile.indexOf("USER 10001")).isLessThan(dockerfile.indexOf("ENTRYPOINT"));
        assertThat(dockerfile).doesNotContain(":latest");
    }

    @Test
    void sharesOneBuildStageSoThatDockerRunsItOnce() throws IOException {
        Stream<String> stages =
                Stream.of(buildStage("gateway"), buildStage("scheduling-service"), buildStage("notification-service"));

        assertThat(stages.distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "scheduling-service", "notification-service"})
    void checksTheHealthOfARunningServiceWithNothingButBash(String service) throws Exception {
        try (StubService running = new StubService(service)) {
            assertThat(exitOf(healthCheck(service), running)).isZero();

            running.answer(request -> StubService.Answer.json(503, "{\"status\":\"OUT_OF_SERVICE\"}"));
            assertThat(exitOf(healthCheck(service), running)).isNotZero();

            running.stop();
            assertThat(exitOf(healthCheck(service), running)).isNotZero();
        }
    }

    @Test
    void findsTheRealGatewayHealthy() throws Exception {
        try (RunningGateway gateway = RunningGateway.with()) {
            assertThat(exitOf(healthCheck("gateway"), gateway.port())).isZero();
        }
    }

    private static int exitOf(List<String> command, StubService service) throws Exception {
        return exitOf(command, service.port());
    }

    private static int exitOf(List<String> command, int port) throws Exception {
        ProcessBuilder check =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        check.environment().put("SERVER_PORT", Integer.toString(port));
        return check.start().waitFor();
    }

    private static List<String> healthCheck(String service) throws IOException {
        String check = read(service)
                .replace("\\\n", "")
                .lines()
                .filter(line -> line.startsWith("HEALTHCHECK"))
                .findFirst()
                .orElseThrow();
        return JsonMapper.shared().readValue(check.substring(check.indexOf('[')), new TypeReference<List<String>>() {});
    }

    private static String buildStage(String service) throws IOException {
        String dockerfile = read(service);
        return dockerfile.substring(dockerfile.indexOf("FROM maven"), dockerfile.lastIndexOf("FROM "));
    }

    private static String read(String service) throws IOException {
        return Files.readString(ROOT.resolve(service).resolve("Dockerfile"));
    }
}
