package io.dendrite.localstack.cli;

import io.dendrite.localstack.stack.StackOptions;
import io.dendrite.localstack.stack.StackPorts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which servers are one's own, and where the others listen. */
final class ServerFlags {

    @Option(
            names = "--mongodb",
            paramLabel = "URI",
            description = "Your own MongoDB, for example mongodb://host:27017.")
    private @Nullable String mongodb;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Your own Kafka.")
    private @Nullable String kafka;

    @Option(names = "--smtp", paramLabel = "HOST:PORT", description = "Your own SMTP server: mails are really sent.")
    private @Nullable String smtp;

    @Option(
            names = "--issuer",
            paramLabel = "URI",
            description = "Your own OpenID provider, as it names itself in tokens.")
    private @Nullable String issuer;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the gateway (8080; 0 takes a free one, as below).")
    private int gatewayPort = StackPorts.usual().gateway();

    @Option(names = "--scheduling-port", paramLabel = "N", description = "Port of the scheduling-service (8081).")
    private int schedulingPort = StackPorts.usual().scheduling().get(0);

    @Option(names = "--notification-port", paramLabel = "N", description = "Port of the notification-service (8082).")
    private int notificationPort = StackPorts.usual().notification().get(0);

    @Option(names = "--issuer-port", paramLabel = "N", description = "Port of the issuer started here (8083).")
    private int issuerPort = StackPorts.usual().issuer();

    @Option(names = "--kafka-port", paramLabel = "N", description = "Port of the Kafka started here (9092).")
    private int kafkaPort = StackPorts.usual().kafka();

    @Option(names = "--mongodb-port", paramLabel = "N", description = "Port of the MongoDB started here (27017).")
    private int mongodbPort = StackPorts.usual().mongodb();

    @Option(names = "--smtp-port", paramLabel = "N", description = "Port of the mail sink started here (2525).")
    private int smtpPort = StackPorts.usual().smtp();

    @Option(names = "--instances", paramLabel = "N", description = "How many scheduling-services share the work (1).")
    private int instances = 1;

    StackOptions options(Where where) {
        StackPorts ports = new StackPorts(
                gatewayPort,
                schedulingPorts(),
                List.of(notificationPort),
                issuerPort,
                kafkaPort,
                mongodbPort,
                smtpPort);
        return StackOptions.of(where.root(), where.directory().path(), ports)
                .withServers(mongodb, kafka, smtp)
                .withIssuer(issuer);
    }

    /** The first instance has the named port, the others any free one. */
    private List<Integer> schedulingPorts() {
        List<Integer> ports = new ArrayList<>(List.of(schedulingPort));
        for (int instance = 2; instance <= instances; instance++) {
            ports.add(0);
        }
        return ports;
    }
}
