package io.dendrite.localstack.journey;

import io.dendrite.localstack.kafka.LocalKafka;
import io.dendrite.localstack.mail.SmtpSink;
import io.dendrite.localstack.mongo.LocalMongo;
import io.dendrite.localstack.stack.LocalStack;
import io.dendrite.localstack.token.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The running stack, in the words of the journeys. */
record JourneyStack(LocalStack stack, Tokens tokens) {

    private static final Duration START = Duration.ofSeconds(90);

    JourneyStack(LocalStack stack) {
        this(stack, Tokens.of(stack));
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
