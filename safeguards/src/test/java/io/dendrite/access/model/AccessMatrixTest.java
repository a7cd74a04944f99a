package io.dendrite.access.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessMatrixTest {

    private static final String HEAD = """
            ## a-service

            | call | front-desk | clinician | manager | auditor | system | on record as |
            | --- | --- | --- | --- | --- | --- | --- |
            """;

    @Test
    void readsALine() {
        AccessMatrix matrix =
                AccessMatrix.parse(HEAD + "| GET /a/{id} | yes | – | yes | – | a:read | a.read |\n", "a-service");

        assertThat(matrix.rule("GET", "/a/{id}"))
                .contains(new AccessRule("GET", "/a/{id}", Set.of(Role.FRONT_DESK, Role.MANAGER), "a:read", "a.read"));
        assertThat(matrix.rule("HEAD", "/a/{id}")).isPresent();
        assertThat(matrix.rule("POST", "/a/{id}")).isEmpty();
        assertThat(matrix.rule("GET", "/a/{other}")).isEmpty();
    }

    @Test
    void nobodyIsNobody() {
        AccessMatrix matrix = AccessMatrix.parse(HEAD + "| GET /a | – | – | – | – | – | – |\n", "a-service");

        AccessRule rule = matrix.rule("GET", "/a").orElseThrow();
        assertThat(rule.roles()).isEmpty();
        assertThat(rule.scope()).isNull();
        assertThat(rule.recordedAs()).isNull();
    }

    @Test
    void refusesWhatItCannotRead() {
        for (String line : new String[] {
            "| GET /a | yes | – | maybe | – | – | – |",
            "| GET /a | yes | – | – | – | – |",
            "| GET | yes | – | – | – | – | – |"
        }) {
            assertThatIllegalArgumentException()
                    .as(line)
                    .isThrownBy(() -> AccessMatrix.parse(HEAD + line + "\n", "a-service"));
        }
        String line = "| GET /a | yes | – | – | – | – | – |\n";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessMatrix.parse(HEAD + line + line, "a-service"))
                .withMessageContaining("two lines");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessMatrix.parse(HEAD + line, "another-service"))
                .withMessageContaining("another-service");
    }

    @Test
    void theShippedMatrixKnowsBothServices() {
        assertThat(AccessMatrix.of("scheduling-service").rules()).hasSizeGreaterThan(25);
        assertThat(AccessMatrix.of("notification-service").rules()).hasSizeGreaterThan(1);
    }

    @Test
    void auditorsReadTheAuditAndNothingElse() {
        for (String service : new String[] {"scheduling-service", "notification-service"}) {
            assertThat(AccessMatrix.of(service).rules())
                    .filteredOn(rule -> rule.roles().contains(Role.AUDITOR))
                    .allMatch(rule -> rule.path().startsWith("/api/v1/audit")
                            && rule.method().equals("GET"));
        }
    }

    @Test
    void everyChangeIsOnRecord() {
        for (String service : new String[] {"scheduling-service", "notification-service"}) {
            assertThat(AccessMatrix.of(service).rules())
                    .filteredOn(rule -> !rule.method().equals("GET"))
                    .allMatch(rule -> rule.recordedAs() != null);
        }
    }
}
