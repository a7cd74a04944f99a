package io.dendrite.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyIT {

    @TempDir
    Path temporary;

    @Test
    void isMadeOnceAndKept() throws IOException {
        String first = made();

        assertThat(Base64.getDecoder().decode(first)).hasSize(96);
        assertThat(made()).isEqualTo(first);
        Files.delete(file());
        assertThat(made()).as("another stack's").isNotEqualTo(first);
    }

    @Test
    void isTheOwnersAlone() throws IOException {
        Assumptions.assumeTrue(
                temporary.getFileSystem().supportedFileAttributeViews().contains("posix"), "no file modes here");
        made();
        assertThat(mode(file())).isEqualTo("rw-------");
        assertThat(mode(file().getParent())).isEqualTo("rwx------");

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-r--"));
        made();

        assertThat(mode(file())).isEqualTo("rw-------");
    }

    @Test
    void saysThatItCannotBeStored() throws IOException {
        Files.writeString(temporary.resolve("keys"), "not a directory");

        assertThatThrownBy(this::made).isInstanceOf(StackFailure.class).hasMessageContaining(file().toString());
    }

    private String made() throws IOException {
        new MasterKey(file()).createIfAbsent();
        return Files.readString(file());
    }

    private Path file() {
        return temporary.resolve("keys").resolve("master.key");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
