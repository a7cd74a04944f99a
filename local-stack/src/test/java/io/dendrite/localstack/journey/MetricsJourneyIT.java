package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.localstack.TestJvm;
import io.dendrite.localstack.token.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures that operators' alerts and dashboards are made of, as a collector gets them from each service. */
class MetricsJourneyIT extends Journey {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern NAME =
            Pattern.compile("\\b(dendrite|spring_cloud|http_server|kafka|jvm|process)_[a-z_]+");

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "scheduling-service-1", "notification-service"})
    void areForManagersAndForMachinesWithTheScope(String service) {
        assertThat(metrics(service, null).statusCode()).isEqualTo(401);
        assertThat(metrics(service, stack().tokens().frontDesk().get()).statusCode())
                .isEqualTo(403);
        assertThat(metrics(service, machine("clinic:read")).statusCode()).isEqualTo(403);
        assertThat(metrics(service, stack().tokens().manager().get()).statusCode())
                .isEqualTo(200);
        assertThat(metrics(service, machine("metrics:read")).body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void tellRequestsClaimsOutboxLagAndNotices() {
        SmallClinic clinic = SmallClinic.with(office(), 1, 1);
        FrontDesk.Patient patient = desk().newPatient();
        Answer booked = desk().book(patient, clinic, "2027-03-08T09:00");
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        mails().to(patient.email(), 1);

        assertThat(text("gateway"))
                .contains(
                        "spring_cloud_gateway_requests_seconds_bucket", "routeId=\"scheduling\"", "status=\"CREATED\"");
        // Of the two instances one has booked.
        assertThat(text("scheduling-service-1") + text("scheduling-service-2"))
                .contains(
                        "http_server_requests_seconds_bucket",
                        "uri=\"/api/v1/bookings\"",
                        "dendrite_calendar_writes_total",
                        "dendrite_outbox_publish_seconds_bucket",
                        "dendrite_outbox_waiting",
                        "dendrite_outbox_oldest_age_seconds",
                        "dendrite_holds_standing",
                        "dendrite_offers_standing");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(text("notification-service"))
                        .contains(
                                "dendrite_notices_settled_total",
                                "dendrite_notices_delay_seconds_bucket",
                                "dendrite_notices_handover_seconds_bucket",
                                "dendrite_notices_due",
                                "dendrite_notices_oldest_due_age_seconds",
                                "kafka_consumer_fetch_manager_records_lag"));
        assertThat(text("notification-service") + text("gateway") + text("scheduling-service-1"))
                .doesNotContain(patient.email(), patient.id(), "Familytest");
    }

    /** An alert on a metric that nobody gives never fires. */
    @Test
    void areThereForEveryAlertAndPanel() throws IOException {
        Path files = TestJvm.root().resolve("docker/observability");
        String asked = Files.readString(files.resolve("alerts.yml"))
                + Files.readString(files.resolve("grafana/dashboards/dendrite.json"));
        Set<String> names =
                NAME.matcher(asked).results().map(MatchResult::group).collect(Collectors.toSet());
        assertThat(names).hasSizeGreaterThan(15);
        SmallClinic clinic = SmallClinic.with(office(), 1, 1);
        FrontDesk.Patient patient = desk().newPatient();
        desk().book(patient, clinic, "2027-03-08T09:00");
        mails().to(patient.email(), 1);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String given = text("gateway")
                    + text("scheduling-service-1")
                    + text("scheduling-service-2")
                    + text("notification-service");
            assertThat(names).allSatisfy(name -> assertThat(given).containsPattern("(?m)^" + name + "[{ ]"));
        });
    }

    @Test
    void haveAnExplanationForEveryAlert() throws IOException {
        String alerts = Files.readString(TestJvm.root().resolve("docker/observability/alerts.yml"));
        String explained = Files.readString(TestJvm.root().resolve("docs/observability.md"));

        assertThat(Pattern.compile("- alert: (\\w+)").matcher(alerts).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(explained).contains("\n### " + name + "\n"));
    }

    private static String text(String service) {
        return metrics(service, machine("metrics:read")).body();
    }

    private static String machine(String scope) {
        return stack().tokens().fresh(Role.SYSTEM, List.of("*"), List.of(scope)).text();
    }

    private static HttpResponse<String> metrics(String service, @Nullable String token) {
        URI address = stack().stack().service(service).uri().resolve("/actuator/prometheus");
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
