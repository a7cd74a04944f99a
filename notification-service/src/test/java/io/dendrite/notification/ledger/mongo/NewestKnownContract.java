package io.dendrite.notification.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.dendrite.notification.ledger.model.AppointmentState;
import io.dendrite.notification.ledger.model.Contact;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What must hold of the newest versions kept in MongoDB, whichever server speaks the protocol. */
abstract class NewestKnownContract {

    private MongoNewestKnown newest;

    /** An empty database for each test. */
    abstract MongoDatabase database();

    @BeforeEach
    void open() {
        newest = new MongoNewestKnown(database());
    }

    @Test
    void returnsAContactAsItWasLearnt() {
        Contact contact = new Contact("p", 3, "c2VhbGVk");

        newest.learn(contact);

        assertThat(newest.contactOf("p")).contains(contact);
        assertThat(newest.contactOf("other")).isEmpty();
    }

    @Test
    void keepsTheNewestContactInWhateverOrderTheyCome() {
        for (long version : new long[] {2, 4, 1, 4, 3}) {
            newest.learn(contact(version));
        }

        assertThat(newest.contactOf("p")).contains(contact(4));
    }

    @Test
    void doesNotReplaceAVersionByItsDuplicate() {
        newest.learn(contact(2));
        newest.learn(new Contact("p", 2, "b3RoZXI="));

        assertThat(newest.contactOf("p")).contains(contact(2));
    }

    @Test
    void keepsTheNewestRevisionOfEachAppointment() {
        newest.learn(new AppointmentState("a", 2, true));
        newest.learn(new AppointmentState("a", 1, false));
        newest.learn(new AppointmentState("b", 0, false));
        newest.learn(new AppointmentState("b", 1, false));

        assertThat(newest.appointments(List.of("a", "b", "unknown")))
                .isEqualTo(Map.of(
                        "a", new AppointmentState("a", 2, true),
                        "b", new AppointmentState("b", 1, false)));
        assertThat(newest.appointments(List.of())).isEmpty();
    }

    @RepeatedTest(10)
    void endsWithTheNewestWhenManyLearnTogether() throws Exception {
        AtomicInteger version = new AtomicInteger();

        NoticesInMongo.together(12, () -> {
            newest.learn(contact(version.incrementAndGet()));
            return true;
        });

        assertThat(newest.contactOf("p")).contains(contact(12));
    }

    private static Contact contact(long version) {
        return new Contact("p", version, "sealed" + version);
    }
}
