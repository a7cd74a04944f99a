package io.dendrite.localissuer.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A text file of mode 600 in a directory of mode 700, where the file system knows modes. It is replaced whole: who
 * reads it while it is written, or after a crash, sees the old or the new text.
 */
public final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private final Path path;

    /** A file that need not exist yet. */
    public OwnerOnlyFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Its text, or empty if there is no such file; whoever else could read it no longer can. */
    public Optional<String> read() {
        try {
            restrict(path, FILE);
            return Optional.of(Files.readString(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Replaces it. */
    public void write(String text) {
        Path directory = Objects.requireNonNull(path.getParent(), "a file is in a directory");
        try {
            Files.createDirectories(directory);
            restrict(directory, DIRECTORY);
            // Temporary files are the owner's alone from the moment they exist.
            Path part = Files.createTempFile(directory, "writing-", ".part");
            Files.writeString(part, text);
            restrict(part, FILE);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
