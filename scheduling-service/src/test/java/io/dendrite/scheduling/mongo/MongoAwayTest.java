package io.dendrite.scheduling.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class MongoAwayTest {

    @Test
    void saysWhereItLookedAndWhatToDoAndKeepsThePassword() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty(
                        "spring.mongodb.uri", "mongodb://clinic:s3cret@db-1:27017,db-2:27018/dendrite-scheduling");

        FailureAnalysis analysis = new MongoAway(environment)
                .analyze(new IllegalStateException(new MongoTimeoutException("no server for s3cret")));

        assertThat(analysis.getDescription()).isEqualTo("MongoDB does not answer at db-1:27017, db-2:27018.");
        assertThat(analysis.getAction()).contains("SPRING_MONGODB_URI");
    }
}
