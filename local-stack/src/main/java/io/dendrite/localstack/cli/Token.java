package io.dendrite.localstack.cli;

import io.dendrite.localstack.token.Role;
import io.dendrite.localstack.token.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code token}: an access token for curl, alone on standard output. */
@Command(name = "token", description = "Prints an access token of the running stack; it is good for an hour.")
final class Token implements Callable<Integer> {

    @Mixin
    final Help help = new Help();

    @Mixin
    private final Where where = new Where();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "front-desk (if left out), clinician, manager, auditor or system.")
    private String role = Role.FRONT_DESK.toString();

    @Option(
            names = "--site",
            paramLabel = "ID",
            description = "A site it is good for, instead of all; may be repeated.")
    private List<String> sites = new ArrayList<>();

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "With --role system: what it may do, such as patients:read, instead of all; may be repeated.")
    private List<String> scopes = new ArrayList<>();

    @Override
    public Integer call() {
        Role asked = Role.of(role)
                .orElseThrow(() -> refused("There is no role " + role + ": it is one of "
                        + String.join(
                                ", ",
                                Arrays.stream(Role.values()).map(Role::toString).toList()) + "."));
        if (asked != Role.SYSTEM && !scopes.isEmpty()) {
            throw refused("Scopes go with --role system only; people have roles.");
        }
        if (!Role.SCOPES.containsAll(scopes)) {
            throw refused("A scope is one of " + String.join(", ", Role.SCOPES) + ".");
        }
        Tokens.Token token = Running.tokens(where).fresh(asked, sites, scopes);
        System.out.println(token.text());
        return 0;
    }

    private CommandLine.ParameterException refused(String why) {
        return new CommandLine.ParameterException(command.commandLine(), why);
    }
}
