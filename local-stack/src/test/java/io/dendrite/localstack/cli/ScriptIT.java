package io.dendrite.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.TestJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root, in a copy of the checkout where Java and Maven are stand-ins that only tell their call. */
class ScriptIT {

    private record Outcome(int exitCode, String said) {}

    @TempDir
    Path temporary;

    private Path checkout;
    private Path bin;

    @BeforeEach
    void copy() throws IOException {
        checkout = Files.createDirectories(temporary.resolve("a check out"));
        bin = Files.createDirectories(temporary.resolve("bin"));
        Files.copy(TestJvm.root().resolve("dendrite"), checkout.resolve("dendrite"));
        for (String tool :
                List.of("dirname", "sed", "head", "tail", "find", "grep", "mkdir", "date", "sleep", "touch")) {
            Files.createSymbolicLink(bin.resolve(tool), Path.of("/bin", tool).toRealPath());
        }
    }

    @Test
    void refusesAnOldJavaSayingWhichOneItFound() throws Exception {
        java("1.8");

        Outcome outcome = run("up");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.said()).contains("A JDK 17 or newer is needed, but " + bin.resolve("java") + " is Java 8");
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        assertThat(run("up").said()).contains("there is no java on the PATH");
    }

    @Test
    void saysThatThereIsNoMaven() throws Exception {
        java("17");

        Outcome outcome = run("up");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.said()).contains("there is no mvn on the PATH");
    }

    @Test
    void tellsWhereTheLogOfAFailedBuildIs() throws Exception {
        java("17");
        tool("mvn", "echo '[ERROR] it does not compile'; exit 1");

        Outcome outcome = run("up");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.said())
                .contains(
                        "[ERROR] it does not compile",
                        "The build failed: see " + checkout + "/.dendrite/logs/build.log");
    }

    @Test
    void buildsOnceThenRunsAtOnceUntilASourceChanges() throws Exception {
        java("17");
        built();
        assertThat(run("up", "--port", "9000").said())
                .doesNotContain("Building")
                .contains("local-stack.jar up --port 9000");

        Path source = Files.writeString(checkout.resolve("gateway/src/main/New.java"), "new");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        tool("mvn", "exit 1");

        assertThat(run("up").said()).contains("Building");
        assertThat(run("status").said()).as("asking does not build").doesNotContain("Building");
    }

    @Test
    void buildsOnceWhenNothingInItsOwnJarHasChanged() throws Exception {
        java("17");
        built();
        makeOld(checkout.resolve("local-stack/target/local-stack.jar"));
        tool("mvn", "exit 0");

        assertThat(run("up").said()).contains("Building");
        assertThat(run("up").said()).doesNotContain("Building");
    }

    @Test
    void buildsNothingUnderAnInstallationThatIsMeasured() throws Exception {
        java("17");
        built();
        Path jar = checkout.resolve("benchmarks/target/benchmarks.jar");
        Files.createDirectories(jar.resolveSibling("lib"));
        Files.writeString(jar, "");
        makeOld(jar);
        tool("mvn", "exit 0");

        assertThat(run("bench", "d", "--gateway", "https://clinic.example").said())
                .doesNotContain("Building")
                .contains("benchmarks.jar d --gateway https://clinic.example");
        assertThat(run("bench", "d").said()).contains("Building");
        assertThat(run("bench", "d").said()).doesNotContain("Building");
    }

    private static void makeOld(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private void built() throws IOException {
        Files.writeString(checkout.resolve("pom.xml"), "");
        for (String module :
                List.of("gateway", "scheduling-service", "notification-service", "local-issuer", "local-stack")) {
            Files.createDirectories(checkout.resolve(module).resolve("src/main"));
            Files.createDirectories(checkout.resolve(module).resolve("target"));
            Files.writeString(checkout.resolve(module).resolve("pom.xml"), "");
            Files.writeString(checkout.resolve(module).resolve("target").resolve(module + ".jar"), "");
        }
        Files.createDirectories(checkout.resolve("local-stack/target/lib"));
        Files.writeString(checkout.resolve("local-stack/target/local-stack-agent.jar"), "");
        Files.writeString(checkout.resolve("local-stack/target/local-stack.jar"), "");
    }

    private void java(String version) throws IOException {
        tool("java", """
                case "$*" in
                *-version) echo "    java.specification.version = %s" >&2 ;;
                --list-modules) echo jdk.compiler@%s ;;
                *) echo "$@" ;;
                esac""".formatted(version, version));
    }

    private void tool(String name, String body) throws IOException {
        Path tool = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", checkout.resolve("dendrite").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(temporary.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("PATH", bin.toString()));
        builder.environment().remove("JAVA_HOME");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), said);
    }
}
