package io.dendrite.localstack.cli;

import io.dendrite.localstack.client.Answer;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.stack.StackFailure;
import io.dendrite.localstack.token.Role;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code verify-audit}: whether anybody edited, removed or moved a record of the audit. */
@Command(
        name = "verify-audit",
        description = "Checks the audit's chains and names the first broken link; exit code 1 if there is one.")
final class VerifyAudit implements Callable<Integer> {

    @Mixin
    final Help help = new Help();

    @Mixin
    private final Where where = new Where();

    @Option(names = "--site", paramLabel = "ID", description = "Only the chain of this site.")
    private @Nullable String site;

    @Override
    public Integer call() {
        ClinicClient auditor = new ClinicClient(gateway(), Running.tokens(where).renewed(Role.AUDITOR));
        Answer answer = auditor.get("/audit/verification" + (site == null ? "" : "?site=" + site));
        if (answer.status() != 200) {
            throw new StackFailure("The audit cannot be verified: " + answer.text("detail"));
        }
        boolean intact = true;
        for (JsonNode chain : answer.body().path("items")) {
            intact &= chain.path("intact").asBoolean();
            System.out.println(told(chain));
        }
        return intact ? 0 : 1;
    }

    private URI gateway() {
        return URI.create(Running.state(where).gateway());
    }

    private static String told(JsonNode chain) {
        String name = chain.path("site").asString("");
        if (chain.path("intact").asBoolean()) {
            return "%s: intact, %d records".formatted(name, chain.path("links").asLong());
        }
        return "%s: BROKEN at record %d (%s)"
                .formatted(
                        name,
                        chain.path("brokenAt").asLong(),
                        chain.path("broken").asString(""));
    }
}
