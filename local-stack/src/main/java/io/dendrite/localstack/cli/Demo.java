package io.dendrite.localstack.cli;

import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.demo.MainJob;
import io.dendrite.localstack.mail.MailFolder;
import io.dendrite.localstack.stack.StackDirectory;
import io.dendrite.localstack.stack.StackFailure;
import io.dendrite.localstack.stack.StackOptions;
import io.dendrite.localstack.stack.StackState;
import io.dendrite.localstack.token.Tokens;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demo}: the main job, in the stack that runs here or in one that is stopped afterwards. */
@Command(
        name = "demo",
        description = "Does the main job through the gateway and shows every step; leaves with 0 if all arrived.")
final class Demo implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    @Mixin
    final Help help = new Help();

    @Mixin
    private final Where where = new Where();

    @Mixin
    private final ServerFlags servers = new ServerFlags();

    @Override
    public Integer call() {
        PrintStream out = System.out;
        StackDirectory directory = where.directory();
        if (directory.isInUse()) {
            StackState running = directory
                    .state()
                    .filter(StackState::ready)
                    .orElseThrow(() -> new StackFailure(
                            "The stack in " + directory.path() + " is still starting: try again when it is ready."));
            out.println("Using the stack that runs at " + running.gateway() + ".");
            return mainJob(directory, running, out);
        }
        StackOptions asked = servers.options(where);
        StackOptions options = asked.withPorts(asked.ports().orFree());
        try (StackRun run = StackRun.start(options, out, INTERRUPTED)) {
            int code = mainJob(directory, run.stack().state(), out);
            out.println("Stopping what was started. Mails are in " + directory.mail() + ".");
            return code;
        }
    }

    private static int mainJob(StackDirectory directory, StackState stack, PrintStream out) {
        ClinicClient clinic = new ClinicClient(
                URI.create(stack.gateway()), Tokens.of(directory, stack).frontDesk());
        @Nullable Path mail = stack.mail();
        MailFolder mails = mail == null ? null : new MailFolder(mail);
        return new MainJob(clinic, mails, out).run() ? 0 : 1;
    }
}
