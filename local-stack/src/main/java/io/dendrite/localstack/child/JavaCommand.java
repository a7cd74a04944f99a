package io.dendrite.localstack.child;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child, in the Java that runs this JVM. */
public final class JavaCommand {

    /** The system property that has children use both compilers, for measuring: they start slower, and end up faster. */
    private static final String FULL_SPEED = "dendrite.full-speed";

    private JavaCommand() {}

    /**
     * A child that runs a boot jar. Short start and small memory count more here than peak speed: one garbage-collection thread, and the first
     * compiler only unless the system property {@value #FULL_SPEED} is true.
     *
     * @param agent the jar of {@link ParentWatch}
     * @param heapMebibytes the most the heap may take
     */
    public static List<String> of(Path jar, Path agent, int heapMebibytes) {
        return with(List.of("-jar", jar.toString()), agent, heapMebibytes);
    }

    /** The same for a class with a main method, on the class path of this JVM. */
    public static List<String> ofClass(Class<?> main, Path agent, int heapMebibytes, List<String> arguments) {
        List<String> what = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        what.addAll(arguments);
        return with(what, agent, heapMebibytes);
    }

    private static List<String> with(List<String> what, Path agent, int heapMebibytes) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + agent,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xmx" + heapMebibytes + "m",
                "-Dfile.encoding=UTF-8"));
        if (!Boolean.getBoolean(FULL_SPEED)) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(what);
        return command;
    }
}
