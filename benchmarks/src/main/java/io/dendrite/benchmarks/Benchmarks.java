package io.dendrite.benchmarks;

import io.dendrite.benchmarks.profile.Profile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench}: measures a local stack of its own, or an installation that is there already. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures a local stack, or the installation of the addresses given. See docs/benchmarks.md.")
public final class Benchmarks implements Callable<Integer> {

    @Parameters(paramLabel = "SCENARIO", description = "Letters of scenarios, a to i; all if none is given.")
    private List<String> letters = new ArrayList<>();

    @Option(names = "--seconds", description = "For how long each step counts (${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(names = "--warm-up", description = "Seconds before it does (${DEFAULT-VALUE}).")
    private int warmUp = 5;

    @Option(names = "--seed", description = "Of what is left to chance (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--clients", split = ",", description = "Numbers of clients (${DEFAULT-VALUE}).")
    private List<Integer> clients = List.of(1, 8, 32, 64);

    @Option(names = "--history", split = ",", description = "Numbers of past appointments (${DEFAULT-VALUE}).")
    private List<Integer> history = List.of(1000, 100_000, 1_000_000);

    @Option(names = "--sites", split = ",", description = "Numbers of sites (${DEFAULT-VALUE}).")
    private List<Integer> sites = List.of(1, 100, 10_000);

    @Option(names = "--instances", split = ",", description = "Numbers of scheduling instances (${DEFAULT-VALUE}).")
    private List<Integer> instances = List.of(1, 2, 3);

    @Option(
            names = "--profile",
            description = "Record every process of the local stack meanwhile, and draw a flame graph of each.")
    private boolean profile;

    @Option(names = "--gateway", description = "An installation that is there already: its gateway.")
    private @Nullable URI gateway;

    @Option(names = "--token", description = "A front desk's token there, good for longer than the run.")
    private String token = "";

    @Option(names = "--manager-token", description = "A manager's.")
    private String managerToken = "";

    @Option(names = "--mongodb", description = "Its MongoDB, for the floor and for (g).")
    private @Nullable String mongodb;

    @Option(names = "--kafka", description = "Its Kafka, for the floor.")
    private @Nullable String kafka;

    private Benchmarks() {}

    /** Exit code 0: measured; 1: something failed, and what; 2: the command was not understood. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks()).setExecutionExceptionHandler((failure, command, parsed) -> {
            // What an installation answers, or that it does not, is no defect of this program.
            command.getErr().println("bench: " + reason(failure));
            return 1;
        });
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String what = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return root instanceof IOException ? "what is measured cannot be reached: " + what : String.valueOf(what);
    }

    @Override
    public Integer call() throws Exception {
        List<Scenario> chosen;
        try {
            chosen = Scenario.of(letters);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(new CommandLine(this), String.valueOf(e.getMessage()));
        }
        if (gateway != null && (token.isEmpty() || managerToken.isEmpty())) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this), "--gateway needs --token and --manager-token.");
        }
        Path root = Path.of(System.getProperty("dendrite.root", "."))
                .toAbsolutePath()
                .normalize();
        Path results = root.resolve("benchmarks/target/results");
        Settings settings = new Settings(root, results, clients, warmUp, seconds, seed, history, sites, instances);
        Summary summary = new Summary(results, about());
        // Ids of this run alone, so that it can be repeated on the same installation.
        String id = "b" + Long.toString(System.currentTimeMillis() / 1000, 36);
        boolean complete = true;
        for (Scenario scenario : chosen) {
            System.out.println(scenario.title());
            // A stack of its own for each, or the later ones would measure what the earlier ones have left.
            try (Target target = target(settings)) {
                // Said at once, and not insisted on: a wrong address, a token that is none.
                target.frontDesk().get("/sites").expect(200);
                Run run = new Run(settings, target, id + scenario.letter(), summary);
                if (target.isLocal()) {
                    run.warmUp();
                }
                Map<String, Long> recorded = profile ? target.processes() : Map.of();
                complete &= Profile.during(
                        () -> measured(scenario, run), recorded, results.resolve("profile-" + scenario.letter()));
            }
        }
        System.out.println(summary.markdown());
        System.out.println("Reports with plots: " + results);
        return complete ? 0 : 1;
    }

    private Target target(Settings settings) {
        return gateway == null
                ? Target.started(settings.root(), settings.results().resolve("stack"), 1)
                : Target.given(gateway, token, managerToken, mongodb, kafka);
    }

    /** Whether it was; otherwise its row says why, and the others are measured all the same. */
    private static boolean measured(Scenario scenario, Run run) throws InterruptedException {
        try {
            scenario.measure(run);
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            run.summary().add(Measured.of(scenario.title(), "", List.of(), 1).noting("broken off: " + reason(e)));
            return false;
        }
    }

    private Map<String, Object> about() {
        return Map.of(
                "at",
                Instant.now().toString(),
                "target",
                gateway == null ? "local stack" : "given installation",
                "processors",
                Runtime.getRuntime().availableProcessors(),
                "java",
                System.getProperty("java.version", ""),
                "seed",
                seed,
                "secondsPerStep",
                seconds);
    }
}
