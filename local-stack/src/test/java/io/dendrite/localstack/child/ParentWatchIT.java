package io.dendrite.localstack.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.localstack.TestJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentWatchIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    void aChildEndsWhenItsParentIsKilled() {
        ChildJvm parent = TestJvm.of(
                ParentMain.class,
                directory,
                directory.toString(),
                TestJvm.agent().toString());
        parent.start();
        ProcessHandle child = childOf(parent);
        assertThat(child.isAlive()).isTrue();

        parent.kill();

        await().atMost(SOON).until(() -> !child.isAlive());
    }

    @Test
    void aChildLivesOnWhileItsParentDoes() {
        ChildJvm child = TestJvm.of(List.of("-javaagent:" + TestJvm.agent()), WaitingMain.class, directory);
        child.start();
        await().atMost(SOON).until(() -> child.lastLines(1).contains("waiting"));

        assertThat(child.endsWithin(Duration.ofMillis(500))).isFalse();
        child.kill();
    }

    @Test
    void aChildThatIsAskedToStopStillEndsInOrder() {
        ChildJvm child = TestJvm.of(List.of("-javaagent:" + TestJvm.agent()), WaitingMain.class, directory);
        child.start();
        await().atMost(SOON).until(() -> child.lastLines(1).contains("waiting"));

        child.stop(SOON);

        assertThat(child.lastLines(1)).containsExactly("ended in order");
        assertThat(child.exitCode()).isEqualTo(128 + 15).isNotEqualTo(ParentWatch.PARENT_GONE);
    }

    @Test
    void itsJarHoldsNothingElse() throws IOException {
        try (JarFile jar = new JarFile(TestJvm.agent().toFile())) {
            assertThat(jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")))
                    .containsExactly("io/dendrite/localstack/child/ParentWatch.class");
            assertThat(jar.getManifest().getMainAttributes().getValue("Class-Path"))
                    .isNull();
        }
    }

    private static ProcessHandle childOf(ChildJvm parent) {
        await().atMost(SOON).until(() -> parent.lastLines(1).stream().anyMatch(line -> line.startsWith("child ")));
        long pid = Long.parseLong(parent.lastLines(1).get(0).substring("child ".length()));
        return ProcessHandle.of(pid).orElseThrow();
    }
}
