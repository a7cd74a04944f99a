package io.dendrite.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.localstack.client.Answer;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.stack.StackDirectory;
import io.dendrite.localstack.stack.StackState;
import io.dendrite.localstack.token.Tokens;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a stack as its user sees it, with real processes throughout. */
class CommandsIT {

    private static final Duration LONG = Duration.ofMinutes(2);

    /** The stack lives in a directory below it whose name has a blank. */
    @TempDir
    Path temporary;

    @Test
    void aStackIsStartedKilledStartedAgainAndStopped() throws Exception {
        assertThat(done("status").exitCode()).isEqualTo(3);

        DendriteProcess first = up();
        assertThat(done("status").exitCode()).isZero();
        DendriteProcess second = done("up");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.shown()).contains("A stack already runs in").doesNotContain("Exception");
        String patient = registered();
        String keys = keysAndSecrets();
        Collection<Long> children = state().services().values();

        first.process().destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(30)).until(() -> children.stream().noneMatch(CommandsIT::lives));
        DendriteProcess status = done("status");
        assertThat(status.exitCode()).isEqualTo(3);
        assertThat(status.shown())
                .contains("Not running.", "process " + first.process().pid());

        DendriteProcess again = up();
        assertThat(clinic().get("/patients/" + patient).status())
                .as("what was acknowledged before the kill")
                .isEqualTo(200);
        assertThat(keysAndSecrets()).as("a restart keeps every key").isEqualTo(keys);
        assertThat(done("reset", "--yes").shown()).contains("stop it first with ./dendrite down");

        assertThat(done("down").exitCode()).isZero();
        assertThat(again.exitCode())
                .as("a stop that was asked for is no failure")
                .isZero();
        assertThat(again.shown()).contains("Stopped. The data stays in");

        assertThat(done("reset", "--yes").exitCode()).isZero();
        assertThat(Files.exists(directory().resolve("data"))).isFalse();
    }

    @Test
    void resetKeepsEverythingWhenTheAnswerIsNotYes() throws Exception {
        Path data = Files.createDirectories(directory().resolve("data"));

        DendriteProcess reset = new DendriteProcess(directory(), temporary.resolve("reset.txt"), "reset");
        reset.process().getOutputStream().write('\n');
        reset.process().getOutputStream().close();

        assertThat(reset.exitCode()).isEqualTo(1);
        assertThat(reset.shown()).contains("[y/N]", "Nothing was deleted.");
        assertThat(data).exists();
    }

    @Test
    void downWithoutAStackIsNoFailure() throws Exception {
        DendriteProcess down = done("down");

        assertThat(down.exitCode()).isZero();
        assertThat(down.shown()).contains("Not running.");
    }

    private DendriteProcess up() {
        DendriteProcess up = new DendriteProcess(
                directory(),
                temporary.resolve("up.txt"),
                "up",
                "--port=0",
                "--scheduling-port=0",
                "--notification-port=0",
                "--issuer-port=0",
                "--kafka-port=0",
                "--mongodb-port=0",
                "--smtp-port=0");
        await().atMost(LONG)
                .until(() ->
                        up.shown().contains("Ctrl-C stops it.") || !up.process().isAlive());
        assertThat(up.process().isAlive()).as(up.shown()).isTrue();
        return up;
    }

    private DendriteProcess done(String... arguments) throws InterruptedException {
        DendriteProcess command = new DendriteProcess(directory(), temporary.resolve("command.txt"), arguments);
        command.exitCode();
        return command;
    }

    private String keysAndSecrets() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String file : List.of(
                "keys/master.key",
                "issuer/signing-keys.json",
                "issuer/clients.properties",
                "issuer/users.properties")) {
            Path path = directory().resolve("data").resolve(file);
            all.append(Files.readString(path)).append('\n');
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(file)
                        .isEqualTo("rw-------");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
                        .isEqualTo("rwx------");
            }
        }
        return all.toString();
    }

    private String registered() {
        Answer answer = clinic().register("Robin", "Reyes", "robin@patients.example");
        return answer.expect(201).text("id");
    }

    private ClinicClient clinic() {
        StackDirectory directory = new StackDirectory(directory());
        return new ClinicClient(
                URI.create(state().gateway()), Tokens.of(directory, state()).frontDesk());
    }

    private StackState state() {
        return new StackDirectory(directory()).state().orElseThrow();
    }

    private Path directory() {
        return temporary.resolve("a stack");
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
