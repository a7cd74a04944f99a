package io.dendrite.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.FreePort;
import io.dendrite.localstack.TestJvm;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.demo.MainJob;
import io.dendrite.localstack.kafka.LocalKafka;
import io.dendrite.localstack.mail.MailFolder;
import io.dendrite.localstack.mail.SmtpSink;
import io.dendrite.localstack.mongo.LocalMongo;
import io.dendrite.localstack.token.Tokens;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka, MongoDB and SMTP can be one's own: here they are servers that the stack has not started. */
class OwnServersIT {

    @TempDir
    Path temporary;

    private LocalKafka kafka;
    private LocalMongo mongo;
    private SmtpSink mail;

    @BeforeEach
    void start() {
        kafka = new LocalKafka(temporary.resolve("kafka"), FreePort.any());
        mongo = new LocalMongo(temporary.resolve("mongo"), FreePort.any());
        mail = new SmtpSink(new MailFolder(temporary.resolve("mail")), FreePort.any());
        kafka.start();
        mongo.start();
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.close();
        mongo.close();
        kafka.close();
    }

    @Test
    void theMainJobRunsOnThem() {
        StackOptions options = StackOptions.of(TestJvm.root(), temporary.resolve("stack"), StackPorts.free(1))
                .withServers(mongo.connectionString(), kafka.bootstrapServers(), "127.0.0.1:" + mail.port());
        try (LocalStack stack = new LocalStack(options)) {
            stack.start(Progress.SILENT);

            assertThat(stack.kafka()).isEmpty();
            assertThat(stack.state().mail()).isNull();
            ClinicClient clinic =
                    new ClinicClient(stack.gateway(), Tokens.of(stack).frontDesk());
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            assertThat(new MainJob(clinic, null, nowhere).run()).isTrue();
        }

        assertThat(mail.folder().mails())
                .as("confirmations of a visit and a course, a new time, a cancellation")
                .hasSize(4);
        assertThat(temporary.resolve("stack/data/kafka")).doesNotExist();
        assertThat(temporary.resolve("stack/data/mongodb")).doesNotExist();
    }
}
