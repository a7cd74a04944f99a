package io.dendrite.notification.access;

import io.dendrite.access.model.AccessMatrix;
import io.dendrite.access.model.Role;
import io.dendrite.testsupport.GuardedCall;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** This service's lines of the access matrix. */
final class GuardedNotices {

    private GuardedNotices() {}

    static List<GuardedCall> all() {
        return AccessMatrix.of("notification-service").rules().stream()
                .map(rule -> new GuardedCall(
                        rule.method(),
                        rule.path(),
                        rule.roles().stream().map(Role::claim).collect(Collectors.toSet()),
                        rule.scope()))
                .toList();
    }

    static String base(ConfigurableApplicationContext service) {
        return "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
    }
}
