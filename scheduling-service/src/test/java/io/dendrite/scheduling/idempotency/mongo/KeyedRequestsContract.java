package io.dendrite.scheduling.idempotency.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.TestEncryption;
import io.dendrite.scheduling.idempotency.application.KeyedRequest;
import io.dendrite.scheduling.idempotency.application.KeyedRequests;
import io.dendrite.scheduling.idempotency.application.StoredAnswer;
import io.dendrite.scheduling.mongo.MongoContract;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the memory of keys promises whoever stores in it, on any server. */
abstract class KeyedRequestsContract extends MongoContract {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    private static final StoredAnswer ANSWER = new StoredAnswer("/here", 1, new byte[] {1, 0, -1});

    private KeyedRequests requests;

    @BeforeEach
    void open() {
        requests = new MongoKeyedRequests(database, TestEncryption.get().shared());
    }

    @Test
    void remembersTheFirstAttemptAsItIs() {
        KeyedRequest first = first("k");

        assertThat(requests.begin(first)).isTrue();
        assertThat(requests.find("k")).contains(first);
        assertThat(requests.find("other")).isEmpty();
    }

    @Test
    void lettingManyBeginLetsOneThrough() throws Exception {
        assertThat(together(16, () -> requests.begin(first("k")))).containsOnlyOnce(true);
    }

    @Test
    void lettingManyTakeOverLetsOneThroughAndKeepsTheEntityId() throws Exception {
        KeyedRequest first = first("k");
        requests.begin(first);

        assertThat(together(16, () -> requests.takeOver(first, UUID.randomUUID().toString(), NOON.plusSeconds(10))))
                .containsOnlyOnce(true);
        KeyedRequest now = requests.find("k").orElseThrow();
        assertThat(now.entityId()).isEqualTo(first.entityId());
        assertThat(now.attempt()).isNotEqualTo(first.attempt());
        assertThat(now.attempts()).isEqualTo(2);
    }

    @Test
    void keepsTheAnswerOfTheAttemptThatHasTheKey() {
        requests.begin(first("k"));

        assertThat(requests.finish("k", "another", ANSWER)).isFalse();
        assertThat(requests.finish("k", "a1", ANSWER)).isTrue();
        StoredAnswer stored = requests.find("k").orElseThrow().answer();
        assertThat(stored.location()).isEqualTo("/here");
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.body()).containsExactly(1, 0, -1);
    }

    @Test
    void anAnswerIsFinal() {
        KeyedRequest first = first("k");
        requests.begin(first);
        requests.finish("k", "a1", ANSWER);

        assertThat(requests.finish("k", "a1", new StoredAnswer("/there", 2, new byte[0])))
                .isFalse();
        assertThat(requests.takeOver(first, "a2", NOON)).isFalse();
        requests.release("k", "a1");
        requests.forget("k", "a1");
        assertThat(requests.find("k").orElseThrow().answer().location()).isEqualTo("/here");
    }

    @Test
    void onlyTheAttemptThatHasTheKeyReleasesOrForgetsIt() {
        requests.begin(first("k"));
        requests.release("k", "another");
        requests.forget("k", "another");
        assertThat(requests.find("k")).contains(first("k"));

        requests.release("k", "a1");
        assertThat(requests.find("k").orElseThrow().leaseUntil()).isEqualTo(Instant.EPOCH);
        requests.forget("k", "a1");
        assertThat(requests.find("k")).isEmpty();
    }

    @Test
    void forgetsWhatIsPastItsTimeAndNothingElse() {
        requests.begin(first("k1"));
        requests.begin(first("k2"));
        requests.finish("k2", "a1", ANSWER);

        assertThat(requests.sweep(TOMORROW.minusMillis(1))).isZero();
        requests.forgetExpired("k1", TOMORROW.minusMillis(1));
        assertThat(requests.find("k1")).isPresent();
        requests.forgetExpired("k1", TOMORROW);
        assertThat(requests.find("k1")).isEmpty();
        assertThat(requests.sweep(TOMORROW)).isEqualTo(1);
        assertThat(requests.find("k2")).isEmpty();
    }

    private static KeyedRequest first(String id) {
        return new KeyedRequest(id, "print", "entity", "a1", 1, NOON, TOMORROW, null);
    }
}
