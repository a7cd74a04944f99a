package io.dendrite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What must stay true of docker-compose.yml while the services change. */
class ComposeFileIT {

    private static final Path ROOT = Path.of(System.getProperty("dendrite.root"));

    private static final Map<String, Set<String>> ENVIRONMENT = Map.of(
            "gateway",
                    Set.of(
                            "SERVER_PORT",
                            "DENDRITE_ISSUER",
                            "DENDRITE_JWK_SET_URI",
                            "DENDRITE_SCHEDULING_URIS",
                            "DENDRITE_NOTIFICATION_URIS",
                            "DENDRITE_GATEWAY_PLAINHTTP"),
            "scheduling-service",
                    Set.of(
                            "SERVER_PORT",
                            "DENDRITE_ISSUER",
                            "DENDRITE_JWK_SET_URI",
                            "DENDRITE_ENCRYPTION_MASTERKEY",
                            "SPRING_MONGODB_URI",
                            "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                            "DENDRITE_SEED_DEMO_CLINIC"),
            "notification-service",
                    Set.of(
                            "SERVER_PORT",
                            "DENDRITE_ISSUER",
                            "DENDRITE_JWK_SET_URI",
                            "DENDRITE_ENCRYPTION_MASTERKEY",
                            "SPRING_MONGODB_URI",
                            "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                            "SPRING_MAIL_HOST",
                            "SPRING_MAIL_PORT",
                            "DENDRITE_MAIL_FROM",
                            "DENDRITE_PAGES_URL",
                            "DENDRITE_SCHEDULING_URL",
                            "DENDRITE_SCHEDULING_TOKENURI",
                            "DENDRITE_SCHEDULING_CLIENTSECRET"));

    private static final Set<String> TELEMETRY = Set.of(
            "LOGGING_STRUCTURED_FORMAT_CONSOLE",
            "MANAGEMENT_TRACING_EXPORT_OTLP_ENABLED",
            "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT");

    private static final Set<String> OBSERVABILITY = Set.of("prometheus", "grafana", "jaeger");

    private final Map<String, Map<String, Object>> services = services();

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "scheduling-service", "notification-service"})
    void configuresAServiceByItsFixedVariables(String service) {
        Set<String> expected = new HashSet<>(ENVIRONMENT.get(service));
        expected.addAll(TELEMETRY);
        assertThat(mapIn(services.get(service), "environment").keySet()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "scheduling-service", "notification-service"})
    void buildsAServiceFromItsOwnDockerfileInTheRoot(String service) {
        assertThat(mapIn(services.get(service), "build"))
                .containsEntry("context", ".")
                .containsEntry("dockerfile", service + "/Dockerfile");
        assertThat(ROOT.resolve(service).resolve("Dockerfile")).isRegularFile();
    }

    @Test
    void pointsTheGatewayAtThePortsOfTheServices() {
        Map<String, Object> gateway = mapIn(services.get("gateway"), "environment");

        assertThat(gateway.get("DENDRITE_SCHEDULING_URIS"))
                .isEqualTo("http://scheduling-service:" + port("scheduling-service"));
        assertThat(gateway.get("DENDRITE_NOTIFICATION_URIS"))
                .isEqualTo("http://notification-service:" + port("notification-service"));
    }

    @Test
    void startsNothingBeforeWhatItNeedsIsHealthy() {
        services.forEach((name, service) -> mapIn(service, "depends_on").forEach((needed, how) -> {
            assertThat(how).as(name + " needs " + needed).isEqualTo(Map.of("condition", "service_healthy"));
            boolean checked = services.get(needed).containsKey("healthcheck")
                    || services.get(needed).containsKey("build");
            assertThat(checked).as(needed + " has a health check").isTrue();
        }));
        assertThat(mapIn(services.get("gateway"), "depends_on"))
                .containsOnlyKeys("scheduling-service", "notification-service", "keycloak");
        assertThat(mapIn(services.get("scheduling-service"), "depends_on")).containsOnlyKeys("kafka", "mongodb");
        assertThat(mapIn(services.get("notification-service"), "depends_on"))
                .containsOnlyKeys("kafka", "mongodb", "mailpit");
    }

    @Test
    void opensOnlyTheGatewayTheLoginAndTheMailCatcherAndOnlyToThisHost() {
        services.forEach((name, service) -> {
            Object ports = service.get("ports");
            if (ports == null) {
                return;
            }
            if (!OBSERVABILITY.contains(name)) {
                assertThat(name).isIn("gateway", "mailpit", "keycloak");
            }
            assertThat((Collection<?>) ports)
                    .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
        });
        assertThat(services.get("gateway").get("ports")).isEqualTo(List.of("127.0.0.1:8080:8080"));
    }

    @Test
    void startsWhatOperatorsLookAtOnlyWhenAskedTo() {
        services.forEach((name, service) -> assertThat(service.get("profiles"))
                .as(name)
                .isEqualTo(OBSERVABILITY.contains(name) ? List.of("observability") : null));
        assertThat(mapIn(services.get("gateway"), "environment"))
                .containsEntry("MANAGEMENT_TRACING_EXPORT_OTLP_ENABLED", "${DENDRITE_TRACING:-false}");
    }

    @Test
    void pinsEveryImage() {
        assertThat(services.values())
                .filteredOn(service -> service.containsKey("image"))
                .hasSize(7)
                .allSatisfy(
                        service -> assertThat(service.get("image").toString()).matches(".+:v?[0-9][0-9.]*"));
    }

    @Test
    void namesTheIssuerAsBrowsersDoAndFetchesItsKeysInside() {
        Map<String, Object> keycloak = mapIn(services.get("keycloak"), "environment");

        assertThat(ENVIRONMENT.keySet())
                .allSatisfy(service -> assertThat(mapIn(services.get(service), "environment"))
                        .containsEntry("DENDRITE_ISSUER", keycloak.get("KC_HOSTNAME") + "/realms/dendrite")
                        .containsEntry(
                                "DENDRITE_JWK_SET_URI",
                                "http://keycloak:8080/realms/dendrite/protocol/openid-connect/certs"));
        assertThat(services.get("keycloak").get("ports")).isEqualTo(List.of("127.0.0.1:8083:8080"));
    }

    @Test
    void hasNoSecretOfItsOwn() {
        services.forEach((name, service) -> mapIn(service, "environment").forEach((variable, value) -> {
            if (variable.matches(".*(PASSWORD|SECRET|MASTERKEY).*")) {
                assertThat(value).as(name + " " + variable).asString().matches("\\$\\{[A-Z_]+:\\?.+}");
            }
        }));
    }

    private Object port(String service) {
        return mapIn(services.get(service), "environment").get("SERVER_PORT");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapIn(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.getOrDefault(key, Map.of());
    }

    private static Map<String, Map<String, Object>> services() {
        try {
            Map<String, Map<String, Map<String, Object>>> file =
                    new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
            return file.get("services");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
