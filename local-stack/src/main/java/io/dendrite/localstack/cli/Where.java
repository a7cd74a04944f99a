package io.dendrite.localstack.cli;

import io.dendrite.localstack.stack.StackDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The checkout, and the directory that data, logs and mails are kept in. */
final class Where {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where data, logs and mails are kept; .dendrite in the checkout if left out.")
    private @Nullable Path directory;

    /** The checkout; the script says where it is. */
    Path root() {
        return Path.of(System.getProperty("dendrite.root", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** What to add to another command of the script, so that it finds the same directory. */
    String argument() {
        return directory == null
                ? ""
                : " --dir '" + directory.toAbsolutePath().normalize().toString().replace("'", "'\\''") + "'";
    }

    StackDirectory directory() {
        return new StackDirectory(directory == null ? root().resolve(".dendrite") : directory);
    }
}
