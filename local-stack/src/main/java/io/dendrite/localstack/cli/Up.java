package io.dendrite.localstack.cli;

import io.dendrite.localstack.stack.StackFailure;
import io.dendrite.localstack.stack.StackState;
import io.dendrite.localstack.token.Tokens;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code up}: the stack in the foreground. */
@Command(name = "up", description = "Starts everything and stays until Ctrl-C; data survives in .dendrite.")
final class Up implements Callable<Integer> {

    @Mixin
    final Help help = new Help();

    @Mixin
    private final Where where = new Where();

    @Mixin
    private final ServerFlags servers = new ServerFlags();

    @Override
    public Integer call() {
        PrintStream out = System.out;
        try (StackRun run = StackRun.start(servers.options(where), out, 0)) {
            show(run.stack().state(), out);
            throw new StackFailure(run.untilServiceEnds());
        }
    }

    private void show(StackState state, PrintStream out) {
        String mail = state.mail() == null ? "sent to " + state.smtp() : state.mail() + "/*.eml";
        out.println();
        out.println("  API         " + state.gateway() + "/api/v1");
        out.println("  Swagger UI  " + state.gateway() + "/swagger-ui.html");
        out.println("  Issuer      " + state.issuer());
        out.println("  Mails       " + mail);
        out.println("  Kafka       " + state.kafka());
        out.println("  MongoDB     " + state.mongodb());
        out.println("  Logs        " + where.directory().logs());
        out.println();
        out.println("Book a visit from another terminal; the confirmation arrives under Mails:");
        out.println();
        out.println(FirstBooking.commands(
                        state.gateway(),
                        tokenCommand(state),
                        LocalDate.now(ZoneOffset.UTC).plusDays(1))
                .indent(2));
        out.println("Ctrl-C stops it.");
        out.flush();
    }

    /** Prints a token when the shell runs it. */
    private String tokenCommand(StackState state) {
        return state.issuesTokens() ? "./dendrite token" + where.argument() : "echo \"$" + Tokens.VARIABLE + "\"";
    }
}
