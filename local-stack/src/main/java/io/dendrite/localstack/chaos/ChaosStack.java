package io.dendrite.localstack.chaos;

import io.dendrite.localstack.child.ChildJvm;
import io.dendrite.localstack.child.JavaCommand;
import io.dendrite.localstack.kafka.KafkaMain;
import io.dendrite.localstack.mail.MailFolder;
import io.dendrite.localstack.mail.SmtpMain;
import io.dendrite.localstack.mongo.MongoMain;
import io.dendrite.localstack.stack.LocalStack;
import io.dendrite.localstack.stack.Progress;
import io.dendrite.localstack.stack.Service;
import io.dendrite.localstack.stack.StackDirectory;
import io.dendrite.localstack.stack.StackOptions;
import io.dendrite.localstack.stack.StackPorts;
import io.dendrite.localstack.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two of each service, a gateway, and each server in a process of its own, on free ports and empty data. */
final class ChaosStack implements AutoCloseable {

    private static final int SERVER_HEAP = 256;

    private final Path directory;
    private final int kafkaPort = freePort();
    private final int mongoPort = freePort();
    private final int smtpPort = freePort();
    private final List<Part> servers;
    private final LocalStack stack;

    /** {@code root} is the repository, which has been built; {@code directory} is emptied. The servers run already, the services not yet. */
    ChaosStack(Path root, Path directory) {
        this.directory = directory;
        new StackDirectory(directory).delete();
        Path agent = root.resolve("local-stack/target/local-stack-agent.jar");
        servers = List.of(
                server(
                        "kafka",
                        KafkaMain.class,
                        agent,
                        kafkaPort,
                        List.of(path("data/kafka"), String.valueOf(kafkaPort))),
                server(
                        "mongodb",
                        MongoMain.class,
                        agent,
                        mongoPort,
                        List.of(path("data/mongodb"), String.valueOf(mongoPort), "false")),
                server("smtp", SmtpMain.class, agent, smtpPort, List.of(path("mail"), String.valueOf(smtpPort))));
        // A stack demands that the servers it is given are there.
        servers.forEach(Part::start);
        stack = new LocalStack(StackOptions.of(root, directory, StackPorts.free(2, 2))
                .withServers("mongodb://127.0.0.1:" + mongoPort, "127.0.0.1:" + kafkaPort, "127.0.0.1:" + smtpPort)
                .withEnvironment(Map.of(
                        "DENDRITE_GATEWAY_QUOTA_ENABLED", "false",
                        "DENDRITE_RELAY_PERSECOND", "200",
                        // What a killed sender had in hand goes on after seconds, not minutes.
                        "DENDRITE_DELIVERY_LEASE", "20s")));
    }

    private Part server(String name, Class<?> main, Path agent, int port, List<String> arguments) {
        ChildJvm process = new ChildJvm(
                name,
                JavaCommand.ofClass(main, agent, SERVER_HEAP, arguments),
                Map.of(),
                directory.resolve("logs/" + name + ".log"));
        return new Part(process, () -> listens(port));
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    void start() {
        stack.start(Progress.SILENT);
    }

    /** All that can be harmed; the issuer, which is a stand-in for the clinic's own, is not among them. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>(servers);
        stack.services().stream()
                .filter(service -> !service.name().contains("issuer"))
                .map(ChaosStack::part)
                .forEach(parts::add);
        return parts;
    }

    private static Part part(Service service) {
        return new Part(service.process(), service::isReady);
    }

    LocalStack services() {
        return stack;
    }

    Tokens tokens() {
        return Tokens.of(stack);
    }

    String mongodb() {
        return "mongodb://127.0.0.1:" + mongoPort;
    }

    String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    MailFolder mails() {
        return new MailFolder(directory.resolve("mail"));
    }

    @Override
    public void close() {
        stack.close();
        servers.forEach(part -> {
            if (part.process().isRunning()) {
                part.process().kill();
            }
        });
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
