package io.dendrite.localstack.stack;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which stack to run.
 *
 * @param root the checkout whose built jars are run
 * @param directory where data, logs and mails are kept
 * @param ports where each part listens
 * @param mongodb one's own MongoDB, an address without a database; null starts the embedded one
 * @param kafka one's own Kafka as host and port; null starts one
 * @param smtp one's own SMTP server as host and port; null starts the sink
 * @param issuer one's own OpenID provider, as it names itself in tokens; null starts one
 * @param environment further settings for every service, by the name of the environment variable
 */
public record StackOptions(
        Path root,
        Path directory,
        StackPorts ports,
        @Nullable String mongodb,
        @Nullable String kafka,
        @Nullable String smtp,
        @Nullable String issuer,
        Map<String, String> environment) {

    /** Everything started here, on these ports. */
    public static StackOptions of(Path root, Path directory, StackPorts ports) {
        return new StackOptions(root, directory, ports, null, null, null, null, Map.of());
    }

    /** On other ports. */
    public StackOptions withPorts(StackPorts others) {
        return new StackOptions(root, directory, others, mongodb, kafka, smtp, issuer, environment);
    }

    /** With one's own servers; null for each that is to be started here. */
    public StackOptions withServers(@Nullable String ownMongodb, @Nullable String ownKafka, @Nullable String ownSmtp) {
        return new StackOptions(root, directory, ports, ownMongodb, ownKafka, ownSmtp, issuer, environment);
    }

    /** With one's own OpenID provider; null for one that is started here. */
    public StackOptions withIssuer(@Nullable String ownIssuer) {
        return new StackOptions(root, directory, ports, mongodb, kafka, smtp, ownIssuer, environment);
    }

    /** With settings for every service, which win over those of the stack. */
    public StackOptions withEnvironment(Map<String, String> settings) {
        return new StackOptions(root, directory, ports, mongodb, kafka, smtp, issuer, settings);
    }
}
