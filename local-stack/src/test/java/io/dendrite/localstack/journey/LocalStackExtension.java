package io.dendrite.localstack.journey;

import io.dendrite.localstack.TestJvm;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.kafka.LocalKafka;
import io.dendrite.localstack.mail.MailFolder;
import io.dendrite.localstack.mail.SmtpSink;
import io.dendrite.localstack.mongo.LocalMongo;
import io.dendrite.localstack.stack.LocalStack;
import io.dendrite.localstack.stack.Progress;
import io.dendrite.localstack.stack.StackDirectory;
import io.dendrite.localstack.stack.StackOptions;
import io.dendrite.localstack.stack.StackPorts;
import io.dendrite.localstack.token.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the one stack when the first test asks for it; it is closed when the run ends. See {@link WithLocalStack}. */
final class LocalStackExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(LocalStackExtension.class);
    private static final Duration COMEBACK = Duration.ofMinutes(2);

    private static final Map<Class<?>, Function<LocalStack, Object>> PARAMETERS = Map.of(
            LocalStack.class, stack -> stack,
            ClinicClient.class,
                    stack -> new ClinicClient(stack.gateway(), Tokens.of(stack).frontDesk()),
            Tokens.class, Tokens::of,
            MailFolder.class, stack -> stack.mail().orElseThrow().folder(),
            SmtpSink.class, stack -> stack.mail().orElseThrow(),
            LocalKafka.class, stack -> stack.kafka().orElseThrow(),
            LocalMongo.class, stack -> stack.mongo().orElseThrow());

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.get(parameter.getParameter().getType()).apply(stack(context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        LocalStack stack = stack(context);
        stack.kafka().orElseThrow().start();
        stack.mongo().orElseThrow().start();
        SmtpSink mail = stack.mail().orElseThrow();
        mail.start();
        mail.accept();
        stack.services().forEach(service -> service.start(COMEBACK));
    }

    private static LocalStack stack(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(LocalStack.class, key -> started(), LocalStack.class);
    }

    private static LocalStack started() {
        Path directory = TestJvm.root().resolve("local-stack/target/journey");
        new StackDirectory(directory).delete();
        StackOptions usual = StackOptions.of(TestJvm.root(), directory, StackPorts.free(2));
        // One desk does here in seconds what a clinic does in days; tests of the single services try these limits. A
        // sender
        // that is killed leaves its notices after seconds.
        LocalStack stack = new LocalStack(new StackOptions(
                usual.root(),
                usual.directory(),
                usual.ports(),
                usual.mongodb(),
                usual.kafka(),
                usual.smtp(),
                usual.issuer(),
                Map.of(
                        "DENDRITE_GATEWAY_QUOTA_ENABLED", "false",
                        // Only traces that a test begins are recorded.
                        "MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "0",
                        "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", SpanCollector.RUNNING.endpoint(),
                        "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULEDELAY", "500ms",
                        "DENDRITE_RELAY_PERSECOND", "500",
                        "DENDRITE_DELIVERY_LEASE", "20s")));
        stack.start(Progress.SILENT);
        return stack;
    }
}
