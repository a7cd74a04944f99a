package io.dendrite.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dendrite.localstack.TestJvm;
import io.dendrite.localstack.child.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDirectoryIT {

    @TempDir
    Path temporary;

    @Test
    void isInUseWhileAnotherProcessHasItAndFreeAsSoonAsThatIsKilled() {
        StackDirectory directory = new StackDirectory(temporary.resolve("stack"));
        ChildJvm holder =
                TestJvm.of(LockHolderMain.class, temporary, directory.path().toString());
        holder.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> holder.lastLines(1).contains("locked"));
        assertThat(directory.isInUse()).isTrue();
        assertThat(directory.tryLock()).isEmpty();
        assertThatThrownBy(directory::delete).hasMessageContaining("./dendrite down");

        holder.kill();

        assertThat(directory.isInUse()).isFalse();
        assertThat(directory.state())
                .as("what a killed stack leaves behind")
                .hasValueSatisfying(stale -> assertThat(stale.pid()).isEqualTo(holder.pid()));
    }

    @Test
    void aSecondLockInTheSameProcessIsRefusedToo() {
        StackDirectory directory = prepared();

        try (StackDirectory.Lock first = directory.tryLock().orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(directory.tryLock()).isEmpty();
        }

        assertThat(directory.isInUse()).isFalse();
    }

    @Test
    void aLookFromTheSameProcessDoesNotLoosenTheLock() {
        StackDirectory directory = prepared();
        try (StackDirectory.Lock held = directory.tryLock().orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(directory.isInUse()).isTrue();

            ChildJvm other =
                    TestJvm.of(LockHolderMain.class, temporary, directory.path().toString());
            other.start();
            assertThat(other.endsWithin(Duration.ofSeconds(30))).isTrue();

            assertThat(other.lastLines(20).toString())
                    .contains("NoSuchElementException")
                    .doesNotContain("locked");
        }
    }

    @Test
    void hasNoStateWhenTheFileIsBroken() throws IOException {
        StackDirectory directory = prepared();
        Files.writeString(directory.path().resolve("state.json"), "{\"pid\":");

        assertThat(directory.state()).isEmpty();
    }

    @Test
    void deletesWhatBelongsToTheStackAndNothingElse() throws IOException {
        StackDirectory directory = prepared();
        Files.createDirectories(directory.kafka());
        Files.writeString(directory.kafka().resolve("0.log"), "records");
        new MasterKey(directory.masterKey()).createIfAbsent();
        Files.createDirectories(directory.issuer());
        Files.writeString(directory.issuer().resolve("signing-keys.json"), "keys");
        Files.createDirectories(directory.mail());
        Files.writeString(directory.mail().resolve("1.eml"), "mail");
        Path foreign = Files.writeString(directory.path().resolve("thesis.txt"), "mine");

        directory.delete();

        try (var left = Files.list(directory.path())) {
            assertThat(left).containsExactly(foreign);
        }
    }

    @Test
    void forgetsTheLogsOfTheLastRunButNotTheBuilds() throws IOException {
        StackDirectory directory = prepared();
        Files.writeString(directory.logs().resolve("gateway.log"), "old");
        Path build = Files.writeString(directory.logs().resolve("build.log"), "built");

        directory.deleteOldLogs();

        try (var left = Files.list(directory.logs())) {
            assertThat(left).containsExactly(build);
        }
    }

    @Test
    void saysThatItCannotBeWritten() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "not a directory");

        assertThatThrownBy(() -> new StackDirectory(file).prepare())
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("cannot be written");
    }

    private StackDirectory prepared() {
        StackDirectory directory = new StackDirectory(temporary.resolve("stack"));
        directory.prepare();
        return directory;
    }
}
