package io.dendrite.testsupport;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** The access matrix of a service has a line for each handler, and each line is what the service does. */
public abstract class RoleMatrixContract {

    private static final List<String> PEOPLE = List.of("front-desk", "clinician", "manager", "auditor");
    private static final List<String> SCOPES = List.of(
            "patients:read",
            "patients:write",
            "calendar:read",
            "calendar:write",
            "calendar:overbook",
            "imports:write",
            "clinic:read",
            "clinic:write",
            "notices:read",
            "notices:write",
            "self-service",
            "audit:read");

    /** The service under test. */
    protected abstract GuardedService service();

    @Test
    void everyHandlerHasALineAndEveryLineAHandler() {
        Set<String> handlers = service().mappings().getHandlerMethods().keySet().stream()
                .flatMap(RoleMatrixContract::calls)
                .filter(call -> call.contains(" /api/"))
                .collect(toCollection(TreeSet::new));
        Set<String> lines = service().matrix().stream().map(MatrixLine::call).collect(toCollection(TreeSet::new));

        assertThat(handlers).isNotEmpty().isEqualTo(lines);
    }

    @TestFactory
    Stream<DynamicTest> everyLineIsOpenToItsRolesAndClosedToOthers() {
        // Parts of calls need the call's whole body, and have tests of their own.
        return service().matrix().stream()
                .filter(line -> !line.isPart())
                .map(line -> DynamicTest.dynamicTest(line.toString(), () -> tryRoles(line)));
    }

    private void tryRoles(MatrixLine line) {
        assertThat(service().call(line, null).statusCode()).as("nobody").isEqualTo(401);
        for (String role : PEOPLE) {
            assertOpen(line, token().roles(role), line.roles().contains(role), role);
            // Scopes are for machines: they widen no person's rights.
            assertOpen(
                    line,
                    token().roles(role).scopes(String.valueOf(line.scope())),
                    line.roles().contains(role),
                    role);
        }
        assertOpen(line, token().roles("system"), false, "a machine without scope");
        String[] others =
                SCOPES.stream().filter(scope -> !scope.equals(line.scope())).toArray(String[]::new);
        assertOpen(line, token().roles("system").scopes(others), false, "a machine with every other scope");
        if (line.scope() != null) {
            assertOpen(line, token().roles("system").scopes("x", line.scope()), true, "a machine with the scope");
        }
        assertOpen(line, token().roles("owner", "root"), false, "unknown roles");
        assertOpen(line, token(), false, "no role");
    }

    private void assertOpen(MatrixLine line, TestToken token, boolean open, String who) {
        HttpResponse<String> answer = service().call(line, token.sign());
        if (open) {
            assertThat(answer.statusCode())
                    .as(who + ": " + answer.body())
                    .isNotIn(401, 403)
                    .isLessThan(500);
        } else {
            assertThat(answer.statusCode()).as(who).isEqualTo(403);
            assertThat(answer.body()).contains("/problems/forbidden");
        }
    }

    /** A handler that takes every method stands as ANY, which no line can match. */
    private static Stream<String> calls(RequestMappingInfo handler) {
        Set<RequestMethod> methods = handler.getMethodsCondition().getMethods();
        return handler.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("ANY " + path)
                        : methods.stream().map(method -> method.name() + " " + path));
    }

    private TestToken token() {
        return service().issuer().token().subject("somebody").sites("*");
    }
}
