package io.dendrite.benchmarks.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import one.convert.Arguments;
import one.convert.JfrToFlame;

/**
 * Flight recordings of some JVMs of this machine while some work is done, and a flame graph of each: {@code <name>.jfr} and
 * {@code <name>.html} in one directory. A recording costs what it records a few per cent of its speed.
 */
public final class Profile {

    private static final String RECORDING = "dendrite-bench";

    /** Threads that wait for the network would be most of the picture. */
    private static final String NO_WAITING = "jdk.NativeMethodSample#enabled=false";

    private final Path directory;
    private final Map<String, Long> processes;

    private Profile(Map<String, Long> processes, Path directory) {
        this.processes = new TreeMap<>(processes);
        this.directory = directory;
    }

    /**
     * Does some work, and records the processes meanwhile.
     *
     * @param processes ids of processes by the names that their files get
     * @return what the work returns
     * @throws IOException if one of them takes no order
     * @throws Exception if the work fails
     */
    public static <T> T during(Callable<T> work, Map<String, Long> processes, Path directory) throws Exception {
        Profile profile = new Profile(processes, directory);
        profile.start();
        try {
            return work.call();
        } finally {
            profile.stop();
        }
    }

    private void start() throws IOException {
        for (long process : processes.values()) {
            Files.createDirectories(directory);
            order(process, "JFR.start", "name=" + RECORDING, "settings=profile", NO_WAITING);
        }
    }

    private void stop() throws IOException {
        for (Map.Entry<String, Long> process : processes.entrySet()) {
            Path recording = directory.resolve(process.getKey() + ".jfr").toAbsolutePath();
            order(process.getValue(), "JFR.stop", "name=" + RECORDING, "filename=" + recording);
            Arguments drawing = new Arguments();
            drawing.title = process.getKey();
            drawing.output = "html";
            JfrToFlame.convert(
                    recording.toString(),
                    directory.resolve(process.getKey() + ".html").toString(),
                    drawing);
        }
    }

    /** Has a JVM do something, by the JDK's own tool. */
    private static void order(long process, String... order) throws IOException {
        ProcessBuilder jcmd = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process));
        jcmd.command().addAll(List.of(order));
        Process running = jcmd.redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.onExit().join().exitValue() != 0) {
            throw new IOException("process " + process + " takes no " + order[0] + ": " + said);
        }
    }
}
