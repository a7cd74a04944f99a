package io.dendrite.localstack.cli;

import io.dendrite.localstack.stack.StackFailure;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The commands behind the script {@code ./dendrite}. */
@Command(
        name = "./dendrite",
        description = "Dendrite on this machine, with nothing but a JDK and Maven.",
        synopsisSubcommandLabel = "COMMAND",
        // A program of its own, which the script starts.
        footer = "%n  bench          Measures; see ./dendrite bench --help.",
        subcommands = {
            Up.class,
            Demo.class,
            Token.class,
            RotateKeys.class,
            ReplayDeadLetters.class,
            VerifyAudit.class,
            Chaos.class,
            Status.class,
            Down.class,
            Reset.class,
            CommandLine.HelpCommand.class
        })
public final class Dendrite implements Runnable {

    @Mixin
    final Help help = new Help();

    private Dendrite() {}

    /** Exit code 0: done; 1: it could not be done, and why was said; 2: the command was not understood. */
    public static void main(String[] arguments) {
        // Mails and names are UTF-8 whatever the terminal's locale claims.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Dendrite()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof StackFailure)) {
                throw failure;
            }
            command.getErr().println("dendrite: " + failure.getMessage());
            return 1;
        });
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                new CommandLine(this),
                "Which command? One of up, demo, token, rotate-keys, verify-audit, chaos, bench, status, down, reset.");
    }
}
