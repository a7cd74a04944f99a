package io.dendrite.localstack.journey;

import io.dendrite.localstack.kafka.LocalKafka;
import io.dendrite.localstack.mail.SmtpSink;
import io.dendrite.localstack.mongo.LocalMongo;
import io.dendrite.localstack.stack.LocalStack;
import io.dendrite.localstack.stack.Progress;
import io.dendrite.localstack.stack.StackDirectory;
import io.dendrite.localstack.stack.StackOptions;
import io.dendrite.localstack.stack.StackPorts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The one stack that all journeys of a test run share: the real jars, two scheduling instances, free ports, a fresh
 * directory below {@code target}. It starts with the first journey and stops with the test run.
 */
final class JourneyStack {

    private static final Path ROOT = Path.of(System.getProperty("dendrite.root", ".."));
    private static final Path DIRECTORY = ROOT.resolve("local-stack/target/journey");
    private static final Duration START = Duration.ofSeconds(90);

    private final LocalStack stack;

    private JourneyStack(LocalStack stack) {
        this.stack = stack;
    }

    private static final class Holder {
        private static final JourneyStack RUNNING = start();
    }

    static JourneyStack running() {
        return Holder.RUNNING;
    }

    private static JourneyStack start() {
        new StackDirectory(DIRECTORY).delete();
        LocalStack stack = new LocalStack(StackOptions.of(ROOT, DIRECTORY, StackPorts.free(2)));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start(Progress.SILENT);
        return new JourneyStack(stack);
    }

    URI gateway() {
        return stack.gateway();
    }

    LocalKafka kafka() {
        return stack.kafka().orElseThrow();
    }

    LocalMongo mongo() {
        return stack.mongo().orElseThrow();
    }

    SmtpSink smtp() {
        return stack.mail().orElseThrow();
    }

    Path logs() {
        return stack.directory().logs();
    }

    /** Kills a service with signal 9. */
    void kill(String service) {
        stack.service(service).process().kill();
    }

    /** Starts a service that was killed, and returns when it serves. */
    void start(String service) {
        stack.service(service).start(START);
    }
}
