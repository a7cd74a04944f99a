package io.dendrite.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.localstack.FreePort;
import io.dendrite.localstack.TestJvm;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final int port = FreePort.any();
    private Service service;

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void startReturnsWhenItSaysThatItIsReady() {
        service = running(ReadyMain.class, "200");

        service.start(LONG);

        assertThat(service.isReady()).isTrue();
        assertThat(service.process().isRunning()).isTrue();
    }

    @Test
    void oneThatDiesIsReportedWithCodeLogAndLastWords() {
        service = running(DyingMain.class);

        assertThatThrownBy(() -> service.start(LONG))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("DyingMain ended with exit code 7")
                .hasMessageContaining(directory.resolve("DyingMain.log").toString())
                .hasMessageContaining("The clinic has burnt down");
    }

    @Test
    void oneThatNeverGetsReadyIsReportedWithItsLog() {
        service = running(ReadyMain.class, "503");

        assertThatThrownBy(() -> service.start(Duration.ofSeconds(2)))
                .isInstanceOf(StackFailure.class)
                .hasMessage("ReadyMain was not ready after 2 s: see " + directory.resolve("ReadyMain.log") + ".");
    }

    private Service running(Class<?> main, String... status) {
        String[] arguments = status.length == 0 ? new String[0] : new String[] {String.valueOf(port), status[0]};
        return new Service(TestJvm.of(main, directory, arguments), URI.create("http://127.0.0.1:" + port));
    }
}
