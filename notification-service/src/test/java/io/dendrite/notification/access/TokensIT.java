package io.dendrite.notification.access;

import io.dendrite.notification.Surroundings;
import io.dendrite.testsupport.GuardedCall;
import io.dendrite.testsupport.RunningService;
import io.dendrite.testsupport.TestIssuer;
import io.dendrite.testsupport.TokenContract;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.ConfigurableApplicationContext;

/** The running service lets in nobody but the holders of good tokens. */
class TokensIT extends TokenContract {

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
    protected List<GuardedCall> matrix() {
        return GuardedNotices.all();
    }

    @Override
    protected RunningService start(TestIssuer itsIssuer) {
        ConfigurableApplicationContext another = surroundings.startService("DENDRITE_ISSUER=" + itsIssuer.issuer());
        return new RunningService(GuardedNotices.base(another), another::close);
    }
}
