package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import io.dendrite.scheduling.calendar.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/**
 * The service in the last week of November 2026, with the demo clinic. One Spring context serves all subclasses; a test
 * that changes the calendar opens a site of its own.
 */
@TestPropertySource(properties = {"dendrite.seed-demo-clinic=true", "test.database=" + CalendarWebIT.DATABASE})
abstract class CalendarWebIT extends ServiceIT {

    static final Instant STARTED_AT = Instant.parse("2026-11-23T12:00:00Z");

    /** A database of its own: the demo clinic is created only where there is no site yet. */
    static final String DATABASE = "calendar-web";

    @TestBean
    Clock clock;

    /** Runs on from a day that stays the same, so that the dates of the tests never come to lie in the past. */
    static Clock clock() {
        return new MovableClock(
                Clock.offset(Clock.system(ZoneOffset.UTC), Duration.between(Instant.now(), STARTED_AT)));
    }

    /** Lets time pass for the service until the end of the test. */
    void pass(Duration time) {
        ((MovableClock) clock).pass(time);
    }

    @AfterEach
    void goBack() {
        ((MovableClock) clock).reset();
    }

    /** Makes calls at the same moment, each from a thread of its own. */
    static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** A clinic in Los Angeles with a nurse who watches three, and as many chairs as wanted. */
    FrontDesk clinicWithChairs(int chairs) {
        return FrontDesk.open(api(), "America/Los_Angeles", chairs, 3);
    }

    /** Makes the key look as a crash leaves it: taken, without an answer, the lease run out. */
    static void loseAnswer(String entityId) {
        try (MongoClient client = MongoClients.create(MONGO.connectionString())) {
            assertThat(client.getDatabase(DATABASE)
                            .getCollection("idempotency")
                            .updateOne(
                                    Filters.eq("entityId", entityId),
                                    Updates.combine(Updates.unset("answer"), Updates.set("leaseUntil", Instant.EPOCH)))
                            .getModifiedCount())
                    .isEqualTo(1);
        }
    }
}
