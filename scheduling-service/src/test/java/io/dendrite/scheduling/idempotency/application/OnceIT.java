package io.dendrite.scheduling.idempotency.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dendrite.scheduling.ServiceIT;
import io.dendrite.scheduling.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which entity id an attempt gets, and whose answer counts, when attempts fail or overlap. */
class OnceIT extends ServiceIT {

    @Autowired
    private Once once;

    @Autowired
    private MongoDatabase database;

    private final String key = UUID.randomUUID().toString();
    private final List<String> ids = new ArrayList<>();

    @Test
    void afterAnAccidentTheNextAttemptNeedNotWaitForTheLeaseAndGetsTheSameId() {
        assertThatThrownBy(() -> run(id -> {
                    throw new IllegalStateException("whether it created is open");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(run(id -> answer("second")).replay()).isFalse();
        assertThat(ids).hasSize(2).containsOnly(ids.get(0));
    }

    @Test
    void afterARefusalTheKeyIsAsNew() {
        assertThatThrownBy(() -> run(id -> {
                    throw ProblemException.invalid("field", "must be right");
                }))
                .isInstanceOf(ProblemException.class);

        run(id -> answer("second"));
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aSlowAttemptThatLostItsLeaseAnswersAsTheOneThatTookOver() {
        Once.Outcome slow = run(id -> {
            endLease();
            assertThat(run(same -> answer("fast")).replay()).isFalse();
            return answer("slow");
        });

        assertThat(slow.replay()).isTrue();
        assertThat(slow.answer().location()).isEqualTo("fast");
        assertThat(ids).hasSize(2).containsOnly(ids.get(0));
    }

    @Test
    void aRefusalAfterTakingOverKeepsTheIdForTheSlowAttempt() {
        Once.Outcome slow = run(id -> {
            endLease();
            assertThatThrownBy(() -> run(same -> {
                        throw ProblemException.invalid("field", "must be right");
                    }))
                    .isInstanceOf(ProblemException.class);
            return answer("slow");
        });

        assertThat(slow.answer().location()).isEqualTo("slow");
        run(id -> answer("third"));
        assertThat(ids).hasSize(3).containsOnly(ids.get(0));
    }

    private Once.Outcome run(Function<String, StoredAnswer> create) {
        return once.run(key, "fingerprint", id -> {
            ids.add(id);
            return create.apply(id);
        });
    }

    private void endLease() {
        database.getCollection("idempotency")
                .updateOne(Filters.eq("_id", key), Updates.set("leaseUntil", Instant.EPOCH));
    }

    private static StoredAnswer answer(String location) {
        return new StoredAnswer(location, 1, new byte[0]);
    }
}
