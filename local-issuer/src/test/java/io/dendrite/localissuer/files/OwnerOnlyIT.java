package io.dendrite.localissuer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyIT {

    @TempDir
    Path temporary;

    private Path path;

    @BeforeEach
    void name() {
        path = temporary.resolve("secrets/clients.properties");
    }

    @Test
    void fileAndDirectoryAreTheOwnersAlone() throws IOException {
        modesAreKnown();

        Secrets.in(new OwnerOnlyFile(path), List.of("one"));

        assertThat(mode(path)).isEqualTo("rw-------");
        assertThat(mode(path.getParent())).isEqualTo("rwx------");
        try (var files = Files.list(path.getParent())) {
            assertThat(files).as("no part is left").containsExactly(path);
        }
    }

    @Test
    void aFileThatOthersCouldReadIsClosedToThem() throws IOException {
        modesAreKnown();
        Secrets.in(new OwnerOnlyFile(path), List.of("one"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));

        Secrets.in(new OwnerOnlyFile(path), List.of("one"));

        assertThat(mode(path)).isEqualTo("rw-------");
    }

    @Test
    void secretsStayAndMissingOnesAreAdded() {
        String one = Secrets.in(new OwnerOnlyFile(path), List.of("one")).of("one");

        Secrets both = Secrets.in(new OwnerOnlyFile(path), List.of("one", "two"));

        assertThat(both.of("one")).isEqualTo(one);
        assertThat(both.of("two")).isNotEqualTo(one).hasSize(32);
        assertThatThrownBy(() -> both.of("three")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameWithoutASecretGetsOne() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "one=\n");

        assertThat(Secrets.in(new OwnerOnlyFile(path), List.of("one")).of("one"))
                .hasSize(32);
    }

    private void modesAreKnown() {
        Assumptions.assumeTrue(
                temporary.getFileSystem().supportedFileAttributeViews().contains("posix"), "no file modes here");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
