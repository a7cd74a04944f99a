package io.dendrite.localstack.child;

import java.nio.file.Path;
import java.util.List;

/** The command line of a child that runs a boot jar, in the Java that runs this JVM. */
public final class JavaCommand {

    private JavaCommand() {}

    /**
     * Short start and small memory count more here than peak speed: one garbage-collection thread, first compiler only.
     *
     * @param agent the jar of {@link ParentWatch}
     * @param heapMebibytes the most the heap may take
     */
    public static List<String> of(Path jar, Path agent, int heapMebibytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + agent,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xmx" + heapMebibytes + "m",
                "-Dfile.encoding=UTF-8",
                "-jar",
                jar.toString());
    }
}
