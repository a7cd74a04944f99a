package io.dendrite.scheduling.idempotency.web;

import static io.dendrite.scheduling.mongo.MongoContract.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class IdempotencyIT extends ServiceIT {

    private static final String PATIENTS = "/api/v1/patients";

    @Autowired
    private MongoDatabase database;

    private final String name = "N" + UUID.randomUUID();
    private final String key = "\"" + UUID.randomUUID() + "\"";

    @Test
    void aRepetitionGetsTheFirstAnswerByteForByte() {
        Answer first = post(body("Maria"));
        String path = first.header("Location");
        api().put(path, body("Marie"), "If-Match", "\"1\"");
        Answer second = post(body("Maria"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replay")).isNull();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(path);
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(patients()).isEqualTo(1);
    }

    @Test
    void aRepetitionMayBeWrittenDifferently() {
        post(body("Maria"));
        Answer second = api().post(PATIENTS, """
                        { "emailConsent": true, "language":"en", "birthDate":"1985-04-12",
                          "familyName":"%s", "givenName":"\\u004daria" }""".formatted(name), "Idempotency-Key", key.replace("\"", ""));

        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
    }

    @Test
    void nobodyGetsTheAnswerOfAnotherCaller() {
        Answer first = post(body("Maria"));

        Answer other =
                api(everything(ISSUER).subject("somebody-else")).post(PATIENTS, body("Maria"), "Idempotency-Key", key);

        assertThat(other.status()).isEqualTo(201);
        assertThat(other.header("Idempotent-Replay")).isNull();
        assertThat(other.header("Location")).isNotEqualTo(first.header("Location"));
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        post(body("Maria"));
        Answer other = post(body("Marie"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(patients()).isEqualTo(1);
    }

    @Test
    void ofManyEqualRequestsAtOnceOneCreatesAndTheOthersRepeatItsAnswer() throws Exception {
        List<Answer> answers = together(24, () -> post(body("Maria")));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers).extracting(Answer::text).containsOnly(answers.get(0).text());
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotent-Replay") == null)
                .hasSize(1);
        assertThat(patients()).isEqualTo(1);
    }

    @Test
    void aRefusedRequestLeavesTheKeyFree() {
        assertThat(post(body("Maria").replace("1985", "2985")).status()).isEqualTo(400);
        assertThat(post(body("Maria")).status()).isEqualTo(201);
    }

    @Test
    void afterAnAttemptThatDiedBeforeCreatingTheNextCreatesUnderTheSameId() {
        Answer first = post(body("Maria"));
        killAttempt(first, true);

        Answer second = post(body("Maria"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replay")).isNull();
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(patients()).isEqualTo(1);
    }

    @Test
    void afterAnAttemptThatDiedAfterCreatingTheNextAnswersWithWhatExists() throws Exception {
        Answer first = post(body("Maria"));
        killAttempt(first, false);

        List<Answer> answers = together(8, () -> post(body("Maria")));

        assertThat(answers).extracting(Answer::text).containsOnly(first.text());
        assertThat(patients()).isEqualTo(1);
    }

    @Test
    void anAttemptThatIsStillRunningIsWaitedForButNotForEver() {
        Answer first = post(body("Maria"));
        database.getCollection("idempotency")
                .updateOne(
                        entry(first),
                        Updates.combine(
                                Updates.unset("answer"),
                                Updates.set("leaseUntil", Instant.now().plusSeconds(60))));

        Answer second = post(body("Maria"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("/problems/request-in-progress");
        assertThat(second.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void aKeyPastItsTimeIsForgotten() {
        Answer first = post(body("Maria"));
        database.getCollection("idempotency")
                .updateOne(entry(first), Updates.set("expires", Instant.now().minusMillis(1)));

        Answer second = post(body("Marie"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().get("id")).isNotEqualTo(first.json().get("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"open", "a b", "\"a\" b"})
    void aMalformedKeyIsRefused(String malformed) {
        Answer answer = api().post(PATIENTS, body("Maria"), "Idempotency-Key", malformed);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("Idempotency-Key")).startsWith("must be 1 to 255");
        assertThat(patients()).isZero();
    }

    /** Makes the key look as a crash leaves it: taken, without an answer, the lease run out. */
    private void killAttempt(Answer first, boolean beforeCreating) {
        database.getCollection("idempotency")
                .updateOne(
                        entry(first),
                        Updates.combine(Updates.unset("answer"), Updates.set("leaseUntil", Instant.EPOCH)));
        if (beforeCreating) {
            database.getCollection("patients")
                    .deleteOne(Filters.eq("_id", first.json().get("id").asString()));
        }
    }

    private static Bson entry(Answer first) {
        return Filters.eq("entityId", first.json().get("id").asString());
    }

    private Answer post(String body) {
        return api().post(PATIENTS, body, "Idempotency-Key", key);
    }

    private String body(String givenName) {
        return """
               {"givenName":"%s","familyName":"%s","birthDate":"1985-04-12","language":"en","emailConsent":true}""".formatted(givenName, name);
    }

    private long patients() {
        return api().get(PATIENTS + "?limit=200&q=" + name).json().path("items").size();
    }
}
