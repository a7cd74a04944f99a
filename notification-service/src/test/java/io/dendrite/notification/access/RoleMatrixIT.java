package io.dendrite.notification.access;

import io.dendrite.notification.Surroundings;
import io.dendrite.testsupport.GuardedCall;
import io.dendrite.testsupport.RoleMatrixContract;
import io.dendrite.testsupport.TestIssuer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

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
    protected String base() {
        return GuardedNotices.base(service);
    }

    @Override
    protected TestIssuer issuer() {
        return surroundings.issuer();
    }

    @Override
    protected RequestMappingHandlerMapping handlers() {
        return service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    @Override
    protected List<GuardedCall> matrix() {
        return GuardedNotices.all();
    }
}
