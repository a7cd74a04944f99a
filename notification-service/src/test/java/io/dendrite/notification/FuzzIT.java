package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;

import io.dendrite.testsupport.FuzzContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.ConfigurableApplicationContext;

/** Random and mutated requests over every operation of the notification service. */
class FuzzIT extends FuzzContract {

    private static Surroundings surroundings;
    private static ConfigurableApplicationContext service;
    private static String token;

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
        service = surroundings.startService();
        surroundings.publish(message(confirmed(surroundings.patient("fuzzed", 1, "fuzzed@example.org"), "fuzzed", 2)));
        surroundings.awaitNotice("fuzzed", "SENT");
        token = surroundings.issuer().token().roles("front-desk").sites("*").sign();
    }

    @AfterAll
    static void stop() {
        service.close();
        surroundings.close();
    }

    @Override
    protected String base() {
        return "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    protected String token() {
        return token;
    }

    @Override
    protected int requests() {
        return 5_000;
    }
}
