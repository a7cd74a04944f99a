package io.dendrite.localstack.stack;

import io.dendrite.localstack.kafka.LocalKafka;
import io.dendrite.localstack.mail.SmtpSink;
import io.dendrite.localstack.mongo.LocalMongo;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * The running system: Kafka, MongoDB and SMTP in this JVM unless they are elsewhere, and the real service jars as
 * processes of their own. The command line, the demo and the end-to-end tests all run this one description.
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final StackDirectory directory;
    private final StackDirectory.Lock lock;
    private final Servers servers;
    private final ServicePlan plan;
    private final List<Service> services;
    private final Instant startedAt = Instant.now();
    private boolean closed;

    /**
     * Takes the directory, checks ports and servers; nothing runs yet.
     *
     * @throws StackFailure if the stack cannot be run like this, saying why
     */
    public LocalStack(StackOptions options) {
        directory = new StackDirectory(options.directory());
        directory.prepare();
        lock = directory.tryLock().orElseThrow(() -> new StackFailure(alreadyRunning()));
        try {
            StackPorts ports = options.ports().chosen();
            servers = new Servers(options, directory, ports);
            if (options.issuer() != null) {
                IssuerAddress.mustAnswer(options.issuer());
            }
            new PortCheck(options, ports).mustBeFree();
            directory.deleteOldLogs();
            plan = new ServicePlan(options, directory, ports, servers);
            services = plan.services();
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts everything and returns when all of it serves.
     *
     * @throws StackFailure if a part does not; what had started is stopped
     */
    public void start(Progress progress) {
        // Sets logging up, which several threads must not do at once; earlier, the old log would still be there.
        LoggerFactory.getLogger(LocalStack.class).info("Starting in {}", directory.path());
        try {
            new MasterKey(directory.masterKey()).createIfAbsent();
            directory.write(state(false));
            // Needs none of the servers, so it starts beside them.
            services.stream()
                    .filter(service -> service.name().equals(ServicePlan.ISSUER))
                    .forEach(this::launch);
            Parts.startTogether(servers.starts(), servers::where, progress);
            Map<String, Runnable> starts = new LinkedHashMap<>();
            services.forEach(service -> starts.put(service.name(), () -> start(service)));
            Parts.startTogether(starts, name -> service(name).uri().toString(), progress);
            directory.write(state(true));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void start(Service service) {
        launch(service);
        service.start(START_LIMIT);
    }

    private synchronized void launch(Service service) {
        if (closed) {
            throw new StackFailure("The stack was stopped while it started.");
        }
        service.process().start();
    }

    /** The only public door. */
    public URI gateway() {
        return service(ServicePlan.GATEWAY).uri();
    }

    /** All services: each scheduling-service, each notification-service, the gateway, and the issuer if it is here. */
    public List<Service> services() {
        return services;
    }

    /**
     * The service of this name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public Service service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + name + " among "
                        + services.stream().map(Service::name).toList()));
    }

    /** Whose tokens the services accept. */
    public URI issuer() {
        return URI.create(plan.issuer());
    }

    /** Kafka, if it runs here. */
    public Optional<LocalKafka> kafka() {
        return servers.kafka();
    }

    /** MongoDB, if it runs here. */
    public Optional<LocalMongo> mongo() {
        return servers.mongo();
    }

    /** The mail sink, if it runs here. */
    public Optional<SmtpSink> mail() {
        return servers.mail();
    }

    /** What other processes may know of it. */
    public StackState state() {
        return state(services.stream().allMatch(service -> service.process().isRunning()));
    }

    /** Where data, logs and mails are. */
    public StackDirectory directory() {
        return directory;
    }

    /** Stops the services, the gateway first so that nobody asks those behind it, then the servers. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        service(ServicePlan.GATEWAY).stop();
        services.parallelStream().forEach(Service::stop);
        servers.stop();
        directory.clearState();
        lock.close();
    }

    private StackState state(boolean ready) {
        Path mail = servers.mail().map(sink -> sink.folder().directory()).orElse(null);
        Map<String, Long> running = services.stream()
                .filter(service -> service.process().isRunning())
                .collect(Collectors.toMap(
                        Service::name, service -> service.process().pid(), (one, other) -> one, LinkedHashMap::new));
        return new StackState(
                ProcessHandle.current().pid(),
                startedAt,
                ready,
                gateway().toString(),
                plan.issuer(),
                servers.bootstrapServers(),
                servers.mongodb().shown(),
                servers.smtpAddress(),
                mail,
                running);
    }

    private String alreadyRunning() {
        return directory
                .state()
                .map(state -> "A stack already runs in " + directory.path() + " (process " + state.pid() + ", "
                        + state.gateway() + "): use it, or stop it with ./dendrite down.")
                .orElse("A stack already runs in " + directory.path() + ": stop it with ./dendrite down.");
    }
}
