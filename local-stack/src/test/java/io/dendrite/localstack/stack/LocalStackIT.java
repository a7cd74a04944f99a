package io.dendrite.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.localstack.TestJvm;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a stack from starting; the stack that does start is looked at in the journey tests. */
class LocalStackIT {

    @TempDir
    Path temporary;

    @Test
    void saysWhatIsNotBuilt() {
        StackOptions options = StackOptions.of(temporary, temporary.resolve("stack"), StackPorts.free(1));

        assertThatThrownBy(() -> new LocalStack(options))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("is missing: build it with mvn package");
    }

    @Test
    void leavesTheDirectoryFreeWhenAPortIsBusy() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackPorts ports = new StackPorts(busy.getLocalPort(), List.of(0), List.of(0), 0, 0, 0, 0);
            StackOptions options = StackOptions.of(TestJvm.root(), temporary, ports);

            assertThatThrownBy(() -> new LocalStack(options))
                    .hasMessageContaining("Port " + busy.getLocalPort() + " is needed by the gateway");
        }

        assertThat(new StackDirectory(temporary).isInUse()).isFalse();
    }

    @Test
    void aServiceThatDiesAtItsStartIsToldAndEverythingElseIsStopped() {
        StackOptions options = StackOptions.of(TestJvm.root(), temporary, StackPorts.free(1))
                .withEnvironment(Map.of("SERVER_PORT", "not-a-port"));
        LocalStack stack = new LocalStack(options);

        assertThatThrownBy(() -> stack.start(Progress.SILENT))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("ended with exit code 1")
                .hasMessageContaining(temporary.resolve("logs").toString())
                .hasMessageContaining("not-a-port");

        assertThat(stack.services()).noneMatch(service -> service.process().isRunning());
        assertThat(new StackDirectory(temporary).isInUse()).isFalse();
        assertThat(new StackDirectory(temporary).state()).isEmpty();
        assertThat(Files.exists(temporary.resolve("data"))).isTrue();
    }
}
