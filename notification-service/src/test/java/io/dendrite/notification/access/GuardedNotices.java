package io.dendrite.notification.access;

import io.dendrite.access.model.AccessMatrix;
import io.dendrite.access.model.Role;
import io.dendrite.testsupport.GuardedService;
import io.dendrite.testsupport.MatrixLine;
import io.dendrite.testsupport.TestIssuer;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** This service, as the contracts of its door try it. */
final class GuardedNotices {

    private GuardedNotices() {}

    static GuardedService of(ConfigurableApplicationContext service, TestIssuer issuer) {
        List<MatrixLine> lines = service.getBean(AccessMatrix.class).rules().stream()
                .map(rule -> new MatrixLine(
                        rule.method(),
                        rule.path(),
                        rule.roles().stream().map(Role::claim).collect(Collectors.toSet()),
                        rule.scope()))
                .toList();
        return new GuardedService(
                "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"),
                issuer,
                service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                lines);
    }
}
