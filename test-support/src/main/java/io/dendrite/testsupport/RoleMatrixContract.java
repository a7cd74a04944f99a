package io.dendrite.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What each service owes to its access matrix: a line for each handler, a handler for each line, and each line open to
 * those whom it names and to nobody else. Nothing here lists calls or grants, so a new handler is tried as well.
 */
public abstract class RoleMatrixContract {

    private static final List<String> PEOPLE = List.of("front-desk", "clinician", "manager", "auditor");
    private static final String EVERY_OTHER_SCOPE = "every other scope";

    /** Where the service listens, without a slash at the end. */
    protected abstract String base();

    /** Whose tokens it trusts. */
    protected abstract TestIssuer issuer();

    /** All handlers that the running service has. */
    protected abstract RequestMappingHandlerMapping handlers();

    /** The matrix that it enforces. */
    protected abstract List<GuardedCall> matrix();

    @Test
    void theMatrixHasALineForEachHandlerAndNoOther() {
        Set<String> handled = handlers().getHandlerMethods().keySet().stream()
                .flatMap(RoleMatrixContract::calls)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> lines = matrix().stream().map(GuardedCall::call).collect(Collectors.toCollection(TreeSet::new));

        assertThat(handled).isNotEmpty().isEqualTo(lines);
    }

    @Test
    void eachLineNamesRolesThatExist() {
        assertThat(matrix()).allSatisfy(call -> assertThat(PEOPLE).containsAll(call.roles()));
    }

    @TestFactory
    Stream<DynamicTest> nobodyWithoutAToken() {
        return matrix().stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.call(), () -> Doorbell.assertUnauthenticated(Doorbell.ring(call.request(base())))));
    }

    @TestFactory
    Stream<DynamicTest> eachRoleWhereItIsNamedAndNowhereElse() {
        return matrix().stream()
                .flatMap(call -> PEOPLE.stream()
                        .map(role -> trial(
                                call,
                                role,
                                issuer().token().roles(role),
                                call.roles().contains(role))));
    }

    /** The scopes of a token are a machine's: in the hands of people they open nothing. */
    @TestFactory
    Stream<DynamicTest> nobodyElseByAScope() {
        return matrix().stream()
                .flatMap(call -> PEOPLE.stream()
                        .filter(role -> !call.roles().contains(role))
                        .map(role -> trial(
                                call,
                                role + " with scopes",
                                issuer().token().roles(role).scopes(scopes()),
                                false)));
    }

    @TestFactory
    Stream<DynamicTest> machinesByTheirScopeOnly() {
        return matrix().stream().flatMap(call -> {
            String[] others = Stream.of(scopes())
                    .filter(scope -> !scope.equals(call.scope()))
                    .toArray(String[]::new);
            Stream<DynamicTest> refused = Stream.of(
                    trial(call, "system without a scope", issuer().token().roles("system"), false),
                    trial(
                            call,
                            "system with " + EVERY_OTHER_SCOPE,
                            issuer().token().roles("system").scopes(others),
                            false));
            String scope = call.scope();
            return scope == null
                    ? refused
                    : Stream.concat(
                            refused,
                            Stream.of(trial(
                                    call,
                                    "system with " + scope,
                                    issuer().token().roles("system").scopes(scope),
                                    true)));
        });
    }

    @TestFactory
    Stream<DynamicTest> nobodyByARoleThatDoesNotExist() {
        return matrix().stream()
                .flatMap(call -> Stream.of(
                        trial(call, "no role", issuer().token(), false),
                        trial(call, "made-up roles", issuer().token().roles("admin", "MANAGER", "*"), false)));
    }

    private DynamicTest trial(GuardedCall call, String who, TestToken token, boolean open) {
        return DynamicTest.dynamicTest(call.call() + " as " + who, () -> {
            HttpResponse<String> answer = Doorbell.ring(call.request(base(), token.sign()));
            if (open) {
                assertThat(answer.statusCode())
                        .as(answer.body())
                        .isNotIn(401, 403)
                        .isLessThan(500);
            } else {
                Doorbell.assertForbidden(answer);
            }
        });
    }

    /** Every scope that the matrix mentions, and those of the other services. */
    private String[] scopes() {
        return Stream.concat(
                        matrix().stream().flatMap(call -> Stream.ofNullable(call.scope())),
                        Stream.of(
                                "patients:read",
                                "patients:write",
                                "calendar:read",
                                "calendar:write",
                                "clinic:read",
                                "clinic:write",
                                "notices:read",
                                "audit:read"))
                .distinct()
                .toArray(String[]::new);
    }

    /** A handler that takes every method stands as ANY, which no line can match. */
    private static Stream<String> calls(RequestMappingInfo handler) {
        Set<RequestMethod> methods = handler.getMethodsCondition().getMethods();
        return handler.getPatternValues().stream()
                .filter(path -> path.startsWith("/api"))
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("ANY " + path)
                        : methods.stream().map(method -> method + " " + path));
    }
}
