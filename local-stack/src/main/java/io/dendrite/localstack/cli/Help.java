package io.dendrite.localstack.cli;

import picocli.CommandLine.Option;

/** Every command explains itself. */
final class Help {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    boolean asked;
}
