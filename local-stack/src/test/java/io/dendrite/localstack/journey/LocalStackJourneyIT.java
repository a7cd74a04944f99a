package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dendrite.localstack.TestJvm;
import io.dendrite.localstack.child.ChildJvm;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.kafka.LocalKafka;
import io.dendrite.localstack.mongo.LocalMongo;
import io.dendrite.localstack.stack.LocalStack;
import io.dendrite.localstack.stack.Service;
import io.dendrite.localstack.stack.StackFailure;
import io.dendrite.localstack.stack.StackOptions;
import io.dendrite.localstack.stack.StackPorts;
import io.dendrite.localstack.stack.StackState;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the stack itself promises. */
@WithLocalStack
class LocalStackJourneyIT {

    @Test
    void runsEachServiceAsAProcessOfItsOwnWithALogOfItsOwn(LocalStack stack) {
        assertThat(stack.services())
                .extracting(Service::name)
                .containsExactly(
                        "scheduling-service-1",
                        "scheduling-service-2",
                        "notification-service",
                        "gateway",
                        "local-issuer");
        assertThat(stack.services())
                .extracting(service -> service.process().pid())
                .doesNotHaveDuplicates()
                .doesNotContain(ProcessHandle.current().pid());
        assertThat(stack.services())
                .extracting(service -> service.process().log())
                .allMatch(Files::exists)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsOtherProcessesWhereItIs(LocalStack stack) {
        StackState state = stack.directory().state().orElseThrow();

        assertThat(state.ready()).isTrue();
        assertThat(state.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(state.gateway()).isEqualTo(stack.gateway().toString());
        assertThat(state.issuer()).isEqualTo(stack.issuer().toString());
        assertThat(state.services()).containsKeys("gateway", "scheduling-service-1");
        assertThat(state.mail()).isEqualTo(stack.directory().mail());
    }

    @Test
    void refusesASecondStackInItsDirectory(LocalStack stack) {
        StackOptions same = StackOptions.of(TestJvm.root(), stack.directory().path(), StackPorts.free(1));

        assertThatThrownBy(() -> new LocalStack(same))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("already runs")
                .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()))
                .hasMessageContaining(stack.gateway().toString());
    }

    @Test
    void bringsAKilledServiceBackOnItsPort(LocalStack stack, ClinicClient clinic) {
        Service gateway = stack.service("gateway");
        ChildJvm process = gateway.process();

        process.kill();
        assertThat(gateway.isReady()).isFalse();
        gateway.start(Duration.ofMinutes(2));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(clinic.get("/sites").status()).isEqualTo(200));
    }

    @Test
    void itsServersCanBeStoppedAndStarted(LocalStack stack, ClinicClient clinic, LocalMongo mongo, LocalKafka kafka) {
        kafka.stop();
        mongo.stop();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(clinic.get("/sites").status()).isEqualTo(503));

        mongo.start();
        kafka.start();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(clinic.get("/sites").status()).isEqualTo(200));
        assertThat(stack.services()).allMatch(service -> service.process().isRunning());
    }
}
