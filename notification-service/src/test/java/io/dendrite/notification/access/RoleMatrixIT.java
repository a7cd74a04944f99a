package io.dendrite.notification.access;

import io.dendrite.notification.Surroundings;
import io.dendrite.testsupport.GuardedService;
import io.dendrite.testsupport.RoleMatrixContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.ConfigurableApplicationContext;

/** The running service keeps to its access matrix. */
class RoleMatrixIT extends RoleMatrixContract {

    private static Surroundings surroundings;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
        service = surroundings.startService();
    }

    @AfterAll
    static void stop() {
        service.close();
        surroundings.close();
    }

    @Override
    protected GuardedService service() {
        return GuardedNotices.of(service, surroundings.issuer());
    }
}
