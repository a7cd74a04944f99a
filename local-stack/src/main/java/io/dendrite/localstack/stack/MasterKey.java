package io.dendrite.localstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/**
 * The master key of this stack's data: 96 random bytes, the length that MongoDB's client-side encryption asks for, in
 * Base64. The file is the owner's alone. Without it the patients' data in the database is lost, so it is never
 * replaced.
 */
final class MasterKey {

    private static final int BYTES = 96;

    private final Path file;

    MasterKey(Path file) {
        this.file = file;
    }

    /**
     * Makes the key at the first start, and closes the file to others at each.
     *
     * @throws StackFailure if it cannot be stored
     */
    void createIfAbsent() {
        Path directory = Objects.requireNonNull(file.getParent(), "the key is in a directory of its own");
        try {
            Files.createDirectories(directory);
            restrict(directory, "rwx------");
            if (!Files.exists(file)) {
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                // Whole or not at all: half a key would be taken for the key.
                Path part = Files.createTempFile(directory, "master-", ".part");
                Files.writeString(part, Base64.getEncoder().encodeToString(key));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
            restrict(file, "rw-------");
        } catch (IOException e) {
            throw new StackFailure("The key " + file + " cannot be stored: " + e.getMessage(), e);
        }
    }

    private static void restrict(Path path, String mode) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }
}
