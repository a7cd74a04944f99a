package io.dendrite.gateway;

import static io.dendrite.gateway.ProblemAssert.problemIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.testsupport.TestToken;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read about the API, and about what is behind the gateway. */
class DocumentationIT {

    private static final String DETAILS = "\"components\"";

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Usually extends WithGateway {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v3/api-docs",
                    "/v3/api-docs/swagger-config",
                    "/v3/api-docs.yaml",
                    "/swagger-ui.html",
                    "/swagger-ui/index.html"
                })
        void onlyManagersMay(String path) {
            HttpResponse<String> refused = get(path, token().roles("front-desk", "clinician", "auditor"));
            problemIn(refused, 403, "/problems/forbidden");
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .contains("error=\"insufficient_scope\"");
            problemIn(gateway.send(gateway.withoutToken(path)), 401, "/problems/unauthenticated");
            assertThat(service.received).isEmpty();

            assertThat(get(path, token().roles("manager")).statusCode()).isEqualTo(200);
            service.received.clear();
        }

        @Test
        void healthTellsDetailsToManagersOnly() {
            assertThat(gateway.send(gateway.withoutToken("/actuator/health")).body())
                    .contains("\"status\":")
                    .doesNotContain(DETAILS);
            assertThat(get("/actuator/health", token().roles("front-desk")).body())
                    .doesNotContain(DETAILS);
            assertThat(get("/actuator/health", token().roles("manager")).body()).contains(DETAILS, "instances");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WhereItIsOpen extends WithGateway {

        WhereItIsOpen() {
            super("dendrite.gateway.open-documentation=true");
        }

        @Test
        void everybodyMay() {
            assertThat(gateway.send(gateway.withoutToken("/v3/api-docs")).statusCode())
                    .isEqualTo(200);
            assertThat(gateway.send(gateway.withoutToken("/swagger-ui/index.html"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(gateway.send(gateway.withoutToken("/actuator/health")).body())
                    .contains(DETAILS, "instances");
        }

        @Test
        void theRestStaysClosed() {
            for (String path : new String[] {"/api/v1/sites", "/v3/other", "/swagger-uix", "/actuator/env"}) {
                problemIn(gateway.send(gateway.withoutToken(path)), 401, "/problems/unauthenticated");
            }
        }
    }

    /** A gateway for all tests of a class. */
    abstract static class WithGateway {

        private final String[] properties;
        protected StubService service;
        protected RunningGateway gateway;

        WithGateway(String... properties) {
            this.properties = properties;
        }

        @BeforeAll
        void start() {
            service = new StubService("scheduling");
            String[] all = java.util.Arrays.copyOf(properties, properties.length + 1);
            all[properties.length] = "DENDRITE_SCHEDULING_URIS=" + service.address();
            gateway = RunningGateway.with(all);
        }

        @AfterAll
        void stop() {
            gateway.close();
            service.close();
        }

        static TestToken token() {
            return RunningGateway.ISSUER.token();
        }

        HttpResponse<String> get(String path, TestToken token) {
            return gateway.send(gateway.withoutToken(path).header("Authorization", "Bearer " + token.sign()));
        }
    }
}
