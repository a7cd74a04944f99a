package io.dendrite.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsIT {

    private static final StackPorts NONE_CHOSEN = StackPorts.free(3);

    @Test
    void freePortsAreAllDifferentAndBelowThoseOfOutgoingConnections() {
        StackPorts ports = NONE_CHOSEN.chosen();

        assertThat(ports.scheduling()).hasSize(3);
        assertThat(all(ports)).doesNotHaveDuplicates().allMatch(port -> port >= 20_000 && port < 30_000);
    }

    @Test
    void keepsPortsThatWereAskedFor() {
        StackPorts asked = new StackPorts(8080, List.of(8081, 0), List.of(8082), 8083, 9092, 27017, 2525);

        StackPorts chosen = asked.chosen();

        assertThat(chosen.gateway()).isEqualTo(8080);
        assertThat(chosen.scheduling().get(0)).isEqualTo(8081);
        assertThat(chosen.scheduling().get(1)).isNotIn(0, 8080, 8081, 8082, 8083, 9092, 27017, 2525);
    }

    @Test
    void theDemoEvadesAPortThatIsBusy() throws Exception {
        try (ServerSocket busy = listening()) {
            StackPorts ports = new StackPorts(busy.getLocalPort(), List.of(0), List.of(0), 0, 0, 0, 0).orFree();

            assertThat(ports.gateway()).isZero();
        }
    }

    @Test
    void namesABusyPortWhoNeedsItWhoHasItAndWhatToDo() throws Exception {
        try (ServerSocket busy = listening()) {
            StackPorts free = NONE_CHOSEN.chosen();
            StackPorts ports = new StackPorts(
                    free.gateway(),
                    free.scheduling(),
                    free.notification(),
                    free.issuer(),
                    busy.getLocalPort(),
                    free.mongodb(),
                    0);
            StackOptions options = StackOptions.of(Path.of("."), Path.of("."), ports);

            assertThatThrownBy(() -> new PortCheck(options, ports).mustBeFree())
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + busy.getLocalPort() + " is needed by Kafka")
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " (java)")
                    .hasMessageContaining("--kafka localhost:" + busy.getLocalPort())
                    .hasMessageContaining("--kafka-port");
        }
    }

    @Test
    void doesNotCareForThePortOfAServerThatIsNotStartedHere() throws Exception {
        try (ServerSocket busy = listening()) {
            StackPorts free = NONE_CHOSEN.chosen();
            StackPorts ports = new StackPorts(
                    free.gateway(),
                    free.scheduling(),
                    free.notification(),
                    free.issuer(),
                    busy.getLocalPort(),
                    free.mongodb(),
                    free.smtp());
            StackOptions own =
                    StackOptions.of(Path.of("."), Path.of("."), ports).withServers(null, "localhost:9092", null);

            new PortCheck(own, ports).mustBeFree();
        }
    }

    @Test
    void theIssuersPortIsNeededUnlessTokensComeFromElsewhere() throws Exception {
        try (ServerSocket busy = listening()) {
            StackPorts free = NONE_CHOSEN.chosen();
            StackPorts ports = new StackPorts(
                    free.gateway(),
                    free.scheduling(),
                    free.notification(),
                    busy.getLocalPort(),
                    free.kafka(),
                    free.mongodb(),
                    free.smtp());
            StackOptions local = StackOptions.of(Path.of("."), Path.of("."), ports);

            assertThatThrownBy(() -> new PortCheck(local, ports).mustBeFree())
                    .hasMessageContaining("Port " + busy.getLocalPort() + " is needed by the local issuer")
                    .hasMessageContaining("--issuer-port");
            new PortCheck(local.withIssuer("https://login.example"), ports).mustBeFree();
        }
    }

    @Test
    void saysWhenOnesOwnServerDoesNotAnswer() throws Exception {
        int closed;
        try (ServerSocket socket = listening()) {
            closed = socket.getLocalPort();
        }
        HostPort nobody = new HostPort("127.0.0.1", closed);

        assertThatThrownBy(() -> nobody.mustAnswer("--kafka"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("Nothing answers at 127.0.0.1:" + closed + ", which --kafka names");
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static List<Integer> all(StackPorts ports) {
        List<Integer> all = new ArrayList<>(ports.scheduling());
        all.addAll(List.of(ports.gateway(), ports.issuer(), ports.kafka(), ports.mongodb(), ports.smtp()));
        return all;
    }
}
