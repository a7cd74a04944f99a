package io.dendrite.scheduling.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoTimeoutException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in plain words why the service does not start without MongoDB: its indexes must stand before the first write. */
class MongoAway extends AbstractFailureAnalyzer<MongoTimeoutException> {

    private final Environment environment;

    MongoAway(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MongoTimeoutException cause) {
        // Hosts only: the address may hold a password.
        String hosts = String.join(
                ", ", new ConnectionString(environment.getRequiredProperty("spring.mongodb.uri")).getHosts());
        return new FailureAnalysis(
                "MongoDB does not answer at " + hosts + ".",
                "Start it, or set SPRING_MONGODB_URI to where it is.",
                cause);
    }
}
