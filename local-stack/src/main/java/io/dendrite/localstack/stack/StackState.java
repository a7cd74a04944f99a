package io.dendrite.localstack.stack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a running stack tells the other commands, through a file in its directory.
 *
 * @param pid the stack's own process
 * @param startedAt when it began to start
 * @param ready whether every part serves
 * @param gateway the only public door
 * @param issuer whose tokens the services accept
 * @param kafka host and port
 * @param mongodb an address without a database; credentials are left out
 * @param smtp host and port
 * @param mail where mails are kept; null if they go to another server
 * @param services process id by name
 */
public record StackState(
        long pid,
        Instant startedAt,
        boolean ready,
        String gateway,
        String issuer,
        String kafka,
        String mongodb,
        String smtp,
        @Nullable Path mail,
        Map<String, Long> services) {

    /** Whether the issuer is the stack's own. */
    public boolean issuesTokens() {
        return services.containsKey(ServicePlan.ISSUER);
    }
}
