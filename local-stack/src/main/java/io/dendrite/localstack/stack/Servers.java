package io.dendrite.localstack.stack;

import io.dendrite.localstack.kafka.LocalKafka;
import io.dendrite.localstack.mail.MailFolder;
import io.dendrite.localstack.mail.SmtpSink;
import io.dendrite.localstack.mongo.LocalMongo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kafka, MongoDB and SMTP: each started in this JVM, or one's own somewhere else. */
final class Servers {

    private final @Nullable LocalKafka kafka;
    private final @Nullable LocalMongo mongo;
    private final @Nullable SmtpSink mail;
    private final String bootstrapServers;
    private final MongoAddress mongodb;
    private final HostPort smtp;

    /** Nothing runs yet; one's own servers are checked to be there. */
    Servers(StackOptions options, StackDirectory directory, StackPorts ports) {
        kafka = options.kafka() == null ? new LocalKafka(directory.kafka(), ports.kafka()) : null;
        mongo = options.mongodb() == null ? new LocalMongo(directory.mongodb(), ports.mongodb()) : null;
        mail = options.smtp() == null ? new SmtpSink(new MailFolder(directory.mail()), ports.smtp()) : null;

        bootstrapServers = kafka != null ? kafka.bootstrapServers() : reachable("--kafka", options.kafka());
        mongodb = new MongoAddress(mongo != null ? mongo.connectionString() : String.valueOf(options.mongodb()));
        smtp = mail != null
                ? new HostPort("127.0.0.1", mail.port())
                : HostPort.parse("--smtp", reachable("--smtp", options.smtp()));
    }

    /** What is to be started here, by the name people know it by. */
    Map<String, Runnable> starts() {
        Map<String, Runnable> starts = new LinkedHashMap<>();
        if (kafka != null) {
            starts.put("kafka", kafka::start);
        }
        if (mongo != null) {
            starts.put("mongodb", mongo::start);
        }
        if (mail != null) {
            starts.put("mail", mail::start);
        }
        return starts;
    }

    /** Where a part is, for people. */
    String where(String part) {
        return switch (part) {
            case "kafka" -> bootstrapServers;
            case "mongodb" -> mongodb.shown();
            default -> smtpAddress();
        };
    }

    void stop() {
        if (kafka != null) {
            kafka.stop();
        }
        if (mail != null) {
            mail.stop();
        }
        if (mongo != null) {
            mongo.stop();
        }
    }

    Optional<LocalKafka> kafka() {
        return Optional.ofNullable(kafka);
    }

    Optional<LocalMongo> mongo() {
        return Optional.ofNullable(mongo);
    }

    Optional<SmtpSink> mail() {
        return Optional.ofNullable(mail);
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    MongoAddress mongodb() {
        return mongodb;
    }

    HostPort smtp() {
        return smtp;
    }

    String smtpAddress() {
        return smtp.host() + ":" + smtp.port();
    }

    private static String reachable(String option, @Nullable String address) {
        String given = String.valueOf(address);
        HostPort.parse(option, given).mustAnswer(option);
        return given;
    }
}
