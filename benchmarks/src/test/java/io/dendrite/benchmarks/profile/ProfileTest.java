package io.dendrite.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {

    private static final Duration WORK = Duration.ofSeconds(1);

    @TempDir
    private Path directory;

    @Test
    void drawsWhatAProcessWasBusyWith() throws Exception {
        long sum = Profile.during(
                ProfileTest::beBusy, Map.of("me", ProcessHandle.current().pid()), directory);

        assertThat(sum).isNotZero();
        assertThat(directory.resolve("me.jfr")).isNotEmptyFile();
        assertThat(Files.readString(directory.resolve("me.html"))).contains("beBusy");
    }

    @Test
    void saysThatThereIsNoSuchProcess() {
        assertThatThrownBy(() ->
                        Profile.during(ProfileTest::beBusy, Map.of("nobody", (long) Integer.MAX_VALUE), directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("JFR.start");
    }

    private static long beBusy() {
        SplittableRandom numbers = new SplittableRandom(1);
        long end = System.nanoTime() + WORK.toNanos();
        long sum = 0;
        while (System.nanoTime() < end) {
            sum += numbers.nextLong() | 1;
        }
        return sum;
    }
}
