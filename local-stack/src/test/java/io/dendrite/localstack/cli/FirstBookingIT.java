package io.dendrite.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.TestJvm;
import io.dendrite.localstack.journey.WithLocalStack;
import io.dendrite.localstack.stack.LocalStack;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What {@code up} prints to be pasted does work. */
@WithLocalStack
class FirstBookingIT {

    @Test
    void theCommandsBookAVisitEachTimeTheyAreRun(LocalStack stack) throws Exception {
        Assumptions.assumeTrue(succeeds("command -v curl"), "there is no curl on this machine");
        String commands = FirstBooking.commands(
                stack.gateway().toString(),
                "./dendrite token --dir '" + stack.directory().path() + "'",
                LocalDate.now(ZoneOffset.UTC).plusDays(1));

        assertThat(said(commands)).contains("201", "Location: /api/v1/bookings/", "\"status\":\"BOOKED\"");
        assertThat(said(commands)).contains("201", "\"status\":\"BOOKED\"");
    }

    private static boolean succeeds(String command) throws Exception {
        return new ProcessBuilder("/bin/sh", "-c", command).start().waitFor() == 0;
    }

    private static String said(String commands) throws Exception {
        Process shell = new ProcessBuilder("/bin/sh", "-eu", "-c", commands)
                .directory(TestJvm.root().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
