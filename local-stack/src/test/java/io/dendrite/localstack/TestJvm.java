package io.dendrite.localstack;

import io.dendrite.localstack.child.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a class with a main method from this module's tests in a JVM of its own. */
public final class TestJvm {

    private TestJvm() {}

    /** The checkout that is being tested. */
    public static Path root() {
        return Path.of(System.getProperty("dendrite.root"));
    }

    /** The jar of the agent, as it was built. */
    public static Path agent() {
        return root().resolve("local-stack/target/local-stack-agent.jar");
    }

    /** Not started yet; its output goes to {@code <class>.log} in the directory. */
    public static ChildJvm of(Class<?> main, Path directory, String... arguments) {
        return of(List.of(), main, directory, arguments);
    }

    /** The same with options for the JVM. */
    public static ChildJvm of(List<String> options, Class<?> main, Path directory, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        String name = main.getSimpleName();
        return new ChildJvm(name, command, Map.of(), directory.resolve(name + ".log"));
    }
}
