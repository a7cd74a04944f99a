package io.dendrite.localstack.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.TestJvm;
import io.dendrite.localstack.token.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm that Keycloak imports gives the tokens that the services read, and brings no secret. */
class RealmFileIT {

    private static final List<String> PEOPLE = List.of("demo-front-desk", "demo-clinician", "demo-manager");

    private static final String PAGES = "self-service";

    private String text;
    private JsonNode realm;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(TestJvm.root().resolve("docker/keycloak/dendrite-realm.json"));
        realm = JsonMapper.builder().build().readTree(text);
    }

    @Test
    void hasTheRolesOfTheLocalIssuerAndNoOthers() {
        assertThat(realm.path("realm").asString()).isEqualTo("dendrite");
        assertThat(realm.at("/roles/client/dendrite-api").valueStream().map(role -> text(role, "name")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::toString).toList());
    }

    @Test
    void putsSubjectRolesSitesAndAudienceIntoAccessTokens() {
        Map<String, JsonNode> mappers = named(realm.path("clientScopes"), "name", "dendrite")
                .path("protocolMappers")
                .valueStream()
                .collect(Collectors.toMap(mapper -> text(mapper, "protocolMapper"), mapper -> mapper.path("config")));

        assertThat(mappers)
                .containsOnlyKeys(
                        "oidc-sub-mapper",
                        "oidc-usermodel-client-role-mapper",
                        "oidc-usermodel-attribute-mapper",
                        "oidc-audience-mapper");
        assertThat(mappers.values())
                .allMatch(config -> text(config, "access.token.claim").equals("true"));
        JsonNode roles = mappers.get("oidc-usermodel-client-role-mapper");
        assertThat(text(roles, "claim.name")).isEqualTo("roles");
        assertThat(text(roles, "usermodel.clientRoleMapping.clientId")).isEqualTo("dendrite-api");
        assertThat(text(roles, "multivalued")).isEqualTo("true");
        JsonNode sites = mappers.get("oidc-usermodel-attribute-mapper");
        assertThat(text(sites, "claim.name")).isEqualTo("sites");
        assertThat(text(sites, "user.attribute")).isEqualTo("sites");
        assertThat(text(sites, "multivalued")).isEqualTo("true");
        assertThat(text(mappers.get("oidc-audience-mapper"), "included.client.audience"))
                .isEqualTo("dendrite-api");
    }

    @Test
    void nobodyChangesTheirOwnSites() {
        String profile = realm.at(
                        "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                .asString();
        JsonNode attributes = JsonMapper.builder().build().readTree(profile).path("attributes");

        JsonNode permissions = named(attributes, "name", "sites").path("permissions");

        assertThat(texts(permissions.path("edit"))).containsExactly("admin");
    }

    @Test
    void hasThreePeopleWithARoleAndTheirSites() {
        for (String name : PEOPLE) {
            JsonNode person = named(realm.path("users"), "username", name);
            assertThat(texts(person.at("/attributes/sites"))).containsExactly("*");
            assertThat(texts(person.at("/clientRoles/dendrite-api"))).containsExactly(name.replaceFirst("demo-", ""));
        }
    }

    @Test
    void aBrowserNeedsProofOfKeyAndComesBackToTheGatewayOnly() {
        JsonNode web = named(realm.path("clients"), "clientId", "dendrite-web");

        assertThat(web.path("publicClient").asBoolean()).isTrue();
        assertThat(text(web.path("attributes"), "pkce.code.challenge.method")).isEqualTo("S256");
        assertThat(web.path("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(web.path("implicitFlowEnabled").asBoolean()).isFalse();
        assertThat(texts(web.path("redirectUris")))
                .containsExactly("http://localhost:8080/swagger-ui/oauth2-redirect.html");
        assertThat(texts(web.path("defaultClientScopes"))).containsExactly("dendrite");
    }

    @Test
    void aMachineIsOfRoleSystemAndAsksForScopes() {
        JsonNode machine = named(realm.path("clients"), "clientId", "dendrite-machine");
        JsonNode account = named(realm.path("users"), "username", "service-account-dendrite-machine");

        assertThat(machine.path("publicClient").asBoolean()).isFalse();
        assertThat(machine.path("standardFlowEnabled").asBoolean()).isFalse();
        assertThat(texts(machine.path("optionalClientScopes"))).containsExactlyInAnyOrderElementsOf(Role.SCOPES);
        assertThat(realm.path("clientScopes")
                        .valueStream()
                        .filter(scope -> text(scope.path("attributes"), "include.in.token.scope")
                                .equals("true"))
                        .map(scope -> text(scope, "name")))
                .contains(PAGES)
                .filteredOn(scope -> !scope.equals(PAGES))
                .containsExactlyInAnyOrderElementsOf(Role.SCOPES);
        assertThat(text(account, "serviceAccountClientId")).isEqualTo("dendrite-machine");
        assertThat(texts(account.at("/clientRoles/dendrite-api"))).containsExactly("system");
    }

    @Test
    void thePatientsPagesMayAskForPatientsAndNothingElse() {
        JsonNode pages = named(realm.path("clients"), "clientId", "patient-pages");

        assertThat(texts(pages.path("defaultClientScopes"))).containsExactly("dendrite", PAGES);
        assertThat(texts(pages.path("optionalClientScopes"))).isEmpty();
        assertThat(texts(named(realm.path("users"), "username", "service-account-patient-pages")
                        .at("/clientRoles/dendrite-api")))
                .containsExactly("system");
    }

    @Test
    void everySecretIsAPlaceholder() {
        assertThat(Pattern.compile("\"(secret|value)\"\\s*:\\s*\"([^\"]*)\"")
                        .matcher(text)
                        .results()
                        .map(found -> found.group(2))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "${DENDRITE_DEMO_PASSWORD}",
                        "${DENDRITE_MACHINE_SECRET}",
                        "${DENDRITE_PAGES_SECRET}",
                        "${DENDRITE_METRICS_SECRET}");
    }

    private static JsonNode named(JsonNode list, String field, String name) {
        return list.valueStream()
                .filter(each -> text(each, field).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
