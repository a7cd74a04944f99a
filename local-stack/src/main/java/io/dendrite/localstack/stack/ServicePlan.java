package io.dendrite.localstack.stack;

import io.dendrite.localstack.child.ChildJvm;
import io.dendrite.localstack.child.JavaCommand;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which services there are, and the settings each is given; docker-compose.yml gives the same ones. */
final class ServicePlan {

    static final String GATEWAY = "gateway";
    static final String SCHEDULING = "scheduling-service";
    static final String NOTIFICATION = "notification-service";
    static final String ISSUER = "local-issuer";

    private final StackOptions options;
    private final StackDirectory directory;
    private final StackPorts ports;
    private final Servers servers;

    ServicePlan(StackOptions options, StackDirectory directory, StackPorts ports, Servers servers) {
        this.options = options;
        this.directory = directory;
        this.ports = ports;
        this.servers = servers;
    }

    /** The services in the order in which they are listed; none runs yet. */
    List<Service> services() {
        List<Service> services = new ArrayList<>();
        services.addAll(instances(SCHEDULING, ports.scheduling(), 224, scheduling()));
        services.addAll(instances(NOTIFICATION, ports.notification(), 160, notification()));
        services.add(configured(GATEWAY, GATEWAY, ports.gateway(), 128, gateway()));
        if (options.issuer() == null) {
            services.add(service(ISSUER, ISSUER, ports.issuer(), 64, localIssuer()));
        }
        return services;
    }

    /** Whose tokens the services accept. */
    String issuer() {
        return options.issuer() == null ? address(ports.issuer()) : IssuerAddress.checked(options.issuer());
    }

    private Map<String, String> scheduling() {
        return Map.of(
                "SPRING_MONGODB_URI", servers.mongodb().database("dendrite-scheduling"),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", servers.bootstrapServers(),
                "DENDRITE_ENCRYPTION_MASTERKEYFILE", directory.masterKey().toString(),
                "DENDRITE_SEED_DEMO_CLINIC", "true");
    }

    private Map<String, String> notification() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "SPRING_MONGODB_URI", servers.mongodb().database("dendrite-notification"),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", servers.bootstrapServers(),
                "DENDRITE_ENCRYPTION_MASTERKEYFILE", directory.masterKey().toString(),
                "SPRING_MAIL_HOST", servers.smtp().host(),
                "SPRING_MAIL_PORT", String.valueOf(servers.smtp().port()),
                "DENDRITE_MAIL_FROM", "appointments@clinic.example",
                "DENDRITE_PAGES_URL", address(ports.gateway()),
                // A service that was killed leaves its partitions to the next one after this, not after 45 s.
                "SPRING_KAFKA_CONSUMER_PROPERTIES_SESSION_TIMEOUT_MS", "10000"));
        settings.put("DENDRITE_SCHEDULING_URL", address(ports.gateway()));
        // An issuer of the caller's own has other addresses and other clients: the caller names them.
        settings.put("DENDRITE_SCHEDULING_TOKENURI", issuer() + "/oauth2/token");
        settings.put(
                "DENDRITE_SCHEDULING_CLIENTSECRETFILE",
                directory.issuer().resolve("clients.properties").toString());
        return settings;
    }

    private Map<String, String> gateway() {
        return Map.of(
                "DENDRITE_SCHEDULING_URIS", addresses(ports.scheduling()),
                "DENDRITE_NOTIFICATION_URIS", addresses(ports.notification()),
                // Nobody else can reach it here, so the description of the API needs no login.
                "DENDRITE_GATEWAY_OPENDOCUMENTATION", "true");
    }

    private Map<String, String> localIssuer() {
        return Map.of(
                "DENDRITE_ISSUER", issuer(),
                "DENDRITE_LOCALISSUER_DIRECTORY", directory.issuer().toString(),
                "DENDRITE_LOCALISSUER_GATEWAY", address(ports.gateway()));
    }

    private List<Service> instances(String module, List<Integer> each, int heapMebibytes, Map<String, String> own) {
        List<Service> instances = new ArrayList<>();
        for (int port : each) {
            String name = each.size() == 1 ? module : module + "-" + (instances.size() + 1);
            instances.add(configured(name, module, port, heapMebibytes, own));
        }
        return instances;
    }

    /** A service whose settings the caller of the stack may overrule. */
    private Service configured(String name, String module, int port, int heapMebibytes, Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(own);
        settings.put("DENDRITE_ISSUER", issuer());
        settings.put("SERVER_PORT", String.valueOf(port));
        settings.putAll(options.environment());
        return service(name, module, port, heapMebibytes, settings);
    }

    private Service service(String name, String module, int port, int heapMebibytes, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putIfAbsent("SERVER_PORT", String.valueOf(port));
        // Trial data, plain HTTP, and tokens for whoever can read a file: not for the network.
        environment.putIfAbsent("SERVER_ADDRESS", "127.0.0.1");
        List<String> command = JavaCommand.of(
                built(module, module + ".jar"), built("local-stack", "local-stack-agent.jar"), heapMebibytes);
        Path log = directory.logs().resolve(name + ".log");
        return new Service(new ChildJvm(name, command, environment, log), URI.create(address(port)));
    }

    private Path built(String module, String jar) {
        Path path = options.root().resolve(module).resolve("target").resolve(jar);
        if (!Files.isRegularFile(path)) {
            throw new StackFailure(path + " is missing: build it with mvn package.");
        }
        return path.toAbsolutePath();
    }

    private static String addresses(List<Integer> ports) {
        return ports.stream().map(ServicePlan::address).collect(Collectors.joining(","));
    }

    private static String address(int port) {
        return "http://localhost:" + port;
    }
}
