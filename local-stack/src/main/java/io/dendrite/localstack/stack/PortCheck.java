package io.dendrite.localstack.stack;

import java.util.ArrayList;
import java.util.List;

/** Looks at every port before anything is started, so that a busy one is told by its use and not by a stack trace. */
final class PortCheck {

    private record Use(int port, String who, String otherwise) {}

    private final List<Use> uses = new ArrayList<>();

    PortCheck(StackOptions options, StackPorts ports) {
        uses.add(new Use(ports.gateway(), "the gateway", "choose another with --port N"));
        ports.scheduling()
                .forEach(port ->
                        uses.add(new Use(port, "the scheduling-service", "choose another with --scheduling-port N")));
        ports.notification()
                .forEach(port -> uses.add(
                        new Use(port, "the notification-service", "choose another with --notification-port N")));
        if (options.issuer() == null) {
            uses.add(new Use(
                    ports.issuer(),
                    "the local issuer",
                    "choose another port with --issuer-port N, or take tokens from elsewhere with --issuer URI"));
        }
        if (options.kafka() == null) {
            uses.add(own(ports.kafka(), "Kafka", "--kafka localhost:" + ports.kafka(), "--kafka-port N"));
        }
        if (options.mongodb() == null) {
            uses.add(own(
                    ports.mongodb(),
                    "the embedded MongoDB",
                    "--mongodb mongodb://localhost:" + ports.mongodb(),
                    "--mongodb-port N"));
        }
        if (options.smtp() == null) {
            uses.add(own(ports.smtp(), "the mail sink", "--smtp localhost:" + ports.smtp(), "--smtp-port N"));
        }
    }

    /**
     * Returns if all are free.
     *
     * @throws StackFailure naming the first busy port, who needs it, who has it, and what to do
     */
    void mustBeFree() {
        for (Use use : uses) {
            if (!StackPorts.isFree(use.port())) {
                String holder = PortOwner.of(use.port()).orElse("another process");
                throw new StackFailure("Port " + use.port() + " is needed by " + use.who() + ", but " + holder
                        + " listens there: stop it, or " + use.otherwise() + ".");
            }
        }
    }

    private static Use own(int port, String who, String useIt, String another) {
        return new Use(port, who, "use it with " + useIt + ", or choose another port with " + another);
    }
}
