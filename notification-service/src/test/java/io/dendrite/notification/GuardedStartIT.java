package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The service needs what guards it at the start, and nothing else. */
@ExtendWith(OutputCaptureExtension.class)
class GuardedStartIT {

    private final Surroundings surroundings = new Surroundings();

    @AfterEach
    void stop() {
        surroundings.close();
    }

    @Test
    void doesNotStartWithoutAnIssuerOrAMasterKey(CapturedOutput output) {
        assertThatThrownBy(() -> surroundings.startService("DENDRITE_ISSUER=")).isNotNull();
        assertThat(output).contains("No issuer of tokens is configured", "DENDRITE_ISSUER");

        assertThatThrownBy(() -> surroundings.startService("dendrite.encryption.master-key="))
                .isNotNull();
        assertThat(output).contains("No master key is configured", "DENDRITE_ENCRYPTION_MASTERKEYFILE");
    }

    @Test
    void startsWithoutMongoDbAndWorksOnceItIsThere() throws Exception {
        surroundings.lineToMongo().cut();
        try (ConfigurableApplicationContext service = surroundings.startService()) {
            HttpResponse<String> away = notices(service);
            // The service itself makes the topic, soon after its start.
            surroundings.publish(message(confirmed(surroundings.patient("early", 1, "early@example.org"), "early", 1)));
            surroundings.lineToMongo().mend();

            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).contains("/problems/unavailable");
            surroundings.awaitMailsTo("early@example.org", 1);
            surroundings.awaitNotice("early", "SENT");
            assertThat(notices(service).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> notices(ConfigurableApplicationContext service) throws Exception {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/notices"))
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + surroundings
                                                        .issuer()
                                                        .token()
                                                        .roles("front-desk")
                                                        .sign())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
