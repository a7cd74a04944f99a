package io.dendrite.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.testsupport.EmbeddedMongo;
import io.dendrite.testsupport.TestIssuer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The service starts with what guards it, or says what is missing and does not start. */
@ExtendWith(OutputCaptureExtension.class)
class GuardedStartIT {

    private static final EmbeddedMongo MONGO = new EmbeddedMongo();
    private static final TestIssuer ISSUER = new TestIssuer();
    private static final String MARIA = """
            {"givenName":"Maria","familyName":"Sousa","birthDate":"1985-04-12","language":"en","emailConsent":false}""";

    @AfterAll
    static void stop() {
        MONGO.close();
        ISSUER.close();
    }

    @Test
    void withoutAnIssuerItDoesNotStart(CapturedOutput output) {
        assertThatThrownBy(() -> start("--dendrite.encryption.master-key=" + key()))
                .isNotNull();

        assertThat(output).contains("No issuer of tokens is configured", "DENDRITE_ISSUER");
    }

    @Test
    void withoutAMasterKeyItDoesNotStart(CapturedOutput output) {
        assertThatThrownBy(() -> start("--DENDRITE_ISSUER=" + ISSUER.issuer())).isNotNull();

        assertThat(output).contains("No master key is configured", "DENDRITE_ENCRYPTION_MASTERKEYFILE");
    }

    @Test
    void withAWeakMasterKeyItDoesNotStartAndDoesNotSayIt(CapturedOutput output) {
        String weak = Base64.getEncoder().encodeToString(new byte[96]);

        assertThatThrownBy(
                        () -> start("--DENDRITE_ISSUER=" + ISSUER.issuer(), "--dendrite.encryption.master-key=" + weak))
                .isNotNull();

        assertThat(output)
                .contains("is not random", "DENDRITE_ENCRYPTION_MASTERKEY")
                .doesNotContain(weak);
    }

    @Test
    void theMasterKeyChangesAtARestart(CapturedOutput output) {
        String before = key();
        String after = key();
        String patient;
        try (ConfigurableApplicationContext service = start(settings("master-key=" + before))) {
            patient = api(service).post("/api/v1/patients", MARIA).header("Location");
        }

        try (ConfigurableApplicationContext service =
                start(settings("master-key=" + after, "previous-master-key=" + before))) {
            assertThat(api(service).get(patient).status()).isEqualTo(200);
        }
        assertThat(output).containsPattern("Master key rotation: [1-9]\\d* data keys encrypted anew");

        try (ConfigurableApplicationContext service = start(settings("master-key=" + after))) {
            assertThat(api(service).get(patient).json().path("familyName").asString())
                    .isEqualTo("Sousa");
        }
        assertThatThrownBy(() -> start(settings("master-key=" + before))).isNotNull();
        assertThat(output).contains("made under another master key");
        assertThat(output).doesNotContain(before, after);
    }

    private static String[] settings(String... encryption) {
        List<String> all = new ArrayList<>(List.of("--DENDRITE_ISSUER=" + ISSUER.issuer()));
        for (String each : encryption) {
            all.add("--dendrite.encryption." + each);
        }
        return all.toArray(String[]::new);
    }

    private static ConfigurableApplicationContext start(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--spring.kafka.admin.auto-create=false",
                "--spring.mongodb.uri=" + MONGO.connectionString("guarded-start")));
        all.addAll(List.of(settings));
        return new SpringApplicationBuilder(SchedulingApplication.class).run(all.toArray(String[]::new));
    }

    private static Api api(ConfigurableApplicationContext service) {
        return new Api("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"))
                .withToken(ServiceIT.everything(ISSUER).sign());
    }

    private static String key() {
        byte[] random = new byte[96];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
