package io.dendrite.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.stack.StackOptions;
import io.dendrite.localstack.stack.StackPorts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ServerFlagsTest {

    @Command
    static final class Flags {
        @Mixin
        final Where where = new Where();

        @Mixin
        final ServerFlags servers = new ServerFlags();
    }

    @Test
    void startsEverythingOnTheUsualPortsWhenNothingIsSaid() {
        StackOptions options = parsed();

        assertThat(options.ports()).isEqualTo(StackPorts.usual());
        assertThat(options.kafka()).isNull();
        assertThat(options.mongodb()).isNull();
        assertThat(options.smtp()).isNull();
        assertThat(options.issuer()).isNull();
        assertThat(options.directory()).hasFileName(".dendrite");
    }

    @Test
    void takesOnesOwnServers() {
        StackOptions options = parsed("--mongodb", "mongodb://db", "--kafka", "k:9092", "--smtp", "mx:25");

        assertThat(options.mongodb()).isEqualTo("mongodb://db");
        assertThat(options.kafka()).isEqualTo("k:9092");
        assertThat(options.smtp()).isEqualTo("mx:25");
    }

    @Test
    void takesOnesOwnIssuer() {
        assertThat(parsed("--issuer", "https://login.example/realms/clinic").issuer())
                .isEqualTo("https://login.example/realms/clinic");
    }

    @Test
    void takesOtherPortsAndADirectory() {
        StackOptions options = parsed("--port", "9000", "--kafka-port", "0", "--dir", "elsewhere");

        assertThat(options.ports().gateway()).isEqualTo(9000);
        assertThat(options.ports().kafka()).isZero();
        assertThat(options.directory()).isEqualTo(Path.of("elsewhere").toAbsolutePath());
    }

    @Test
    void givesFurtherInstancesAnyPort() {
        assertThat(parsed("--instances", "3").ports().scheduling()).isEqualTo(List.of(8081, 0, 0));
    }

    private static StackOptions parsed(String... arguments) {
        Flags flags = new Flags();
        new CommandLine(flags).parseArgs(arguments);
        return flags.servers.options(flags.where);
    }
}
