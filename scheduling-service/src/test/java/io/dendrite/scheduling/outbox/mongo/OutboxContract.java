package io.dendrite.scheduling.outbox.mongo;

import static io.dendrite.scheduling.outbox.OutboxDocuments.at;
import static io.dendrite.scheduling.outbox.OutboxDocuments.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dendrite.scheduling.outbox.OutboxDocuments;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxField;
import io.dendrite.scheduling.outbox.application.OutboxBacklog;
import io.dendrite.scheduling.outbox.application.OutboxStore;
import io.dendrite.scheduling.outbox.application.PendingEvent;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the outbox keeps, on any server that speaks MongoDB's protocol. */
abstract class OutboxContract {

    private OutboxDocuments documents;
    private OutboxStore outbox;

    abstract String connectionString();

    @BeforeEach
    void connect() {
        documents = new OutboxDocuments(connectionString(), "outbox-contract");
        documents.clear();
        outbox = new MongoOutbox(documents.database(), OutboxDocuments.COLLECTIONS);
    }

    @AfterEach
    void disconnect() {
        documents.close();
    }

    @Test
    void readsAPatientsEventsInOrderOverAllCollections() {
        documents.push("patients", "p", event("p", 2));
        documents.push("calendar", "b1", event("p", 1), event("p", 4));
        documents.push("calendar", "b2", event("p", 3), event("q", 5));

        assertThat(outbox.pendingOf(Set.of("p")))
                .containsExactly(
                        new PendingEvent("calendar", "b1", event("p", 1)),
                        new PendingEvent("patients", "p", event("p", 2)),
                        new PendingEvent("calendar", "b2", event("p", 3)),
                        new PendingEvent("calendar", "b1", event("p", 4)));
    }

    @Test
    void countsWhatWaitsAndSaysSinceWhen() {
        assertThat(outbox.backlog()).isEqualTo(new OutboxBacklog(0, Optional.empty()));
        documents.push("patients", "p", event("p", 5));
        documents.push("calendar", "b", event("p", 2), event("p", 3));

        OutboxBacklog waiting = outbox.backlog();
        assertThat(waiting.documents()).isEqualTo(2);
        assertThat(waiting.oldest()).isPresent();

        outbox.remove(outbox.pendingOf(Set.of("p")));
        assertThat(outbox.backlog()).isEqualTo(new OutboxBacklog(0, Optional.empty()));
    }

    @Test
    void keepsTheOrderOfEventsOfOneMoment() {
        documents.push("calendar", "b", named("z"), named("a"), named("m"));

        assertThat(outbox.pendingOf(Set.of("p")))
                .extracting(each -> each.event().id())
                .containsExactly("z", "a", "m");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void neverReadsAnEventWithoutTheOneBeforeItThatCameBehindTheCursor(int find) {
        AfterFind writer = new AfterFind(find, () -> {
            documents.push("calendar", "b", event("p", 1));
            documents.push("patients", "p", event("p", 2));
        });
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(connectionString()))
                .addCommandListener(writer)
                .build())) {
            OutboxStore overtaken = new MongoOutbox(client.getDatabase("outbox-contract"), OutboxDocuments.COLLECTIONS);

            assertThat(overtaken.pendingOf(Set.of("p")))
                    .extracting(PendingEvent::event)
                    .containsExactly(event("p", 1), event("p", 2));
        }
    }

    @Test
    void findsNothingForAPatientWithoutEvents() {
        documents.push("calendar", "b", event("p", 1));

        assertThat(outbox.pendingOf(Set.of("other"))).isEmpty();
        assertThat(outbox.pendingOf(Set.of())).isEmpty();
    }

    @Test
    void takesAnEventAwayOnceHoweverOftenItIsAsked() {
        documents.push("calendar", "b", event("p", 1), event("p", 2));
        List<PendingEvent> first = outbox.pendingOf(Set.of("p")).subList(0, 1);

        outbox.remove(first);
        outbox.remove(first);

        assertThat(outbox.pendingOf(Set.of("p")))
                .extracting(PendingEvent::event)
                .containsExactly(event("p", 2));
    }

    @Test
    void clearsTheMarkOnlyWithTheLastEvent() {
        documents.push("calendar", "b", event("p", 1), event("p", 2));
        List<PendingEvent> both = outbox.pendingOf(Set.of("p"));

        outbox.remove(both.subList(0, 1));
        assertThat(documents.document("calendar", "b").getDate(OutboxField.SINCE))
                .isEqualTo(Date.from(at(2)));

        outbox.remove(both);
        assertThat(documents.document("calendar", "b")).doesNotContainKey(OutboxField.SINCE);
    }

    @Test
    void keepsAnEventAndItsMarkThatCameAfterTheReading() {
        documents.push("calendar", "b", event("p", 1));
        List<PendingEvent> read = outbox.pendingOf(Set.of("p"));
        documents.push("calendar", "b", event("p", 2));

        outbox.remove(read);

        assertThat(outbox.pendingOf(Set.of("p")))
                .extracting(PendingEvent::event)
                .containsExactly(event("p", 2));
        assertThat(documents.document("calendar", "b")).containsKey(OutboxField.SINCE);
    }

    @Test
    void findsPatientsWhoHaveWaitedTheLongest() {
        documents.push("calendar", "b1", event("late", 30));
        documents.push("calendar", "b2", event("second", 20));
        documents.push("patients", "p", event("first", 10));

        assertThat(outbox.patientsWaitingSince(at(30), 10)).containsExactly("first", "second");
        assertThat(outbox.patientsWaitingSince(at(31), 2)).containsExactly("first", "second");
        assertThat(outbox.patientsWaitingSince(at(10), 10)).isEmpty();
    }

    @Test
    void clearsTheMarkThatACrashLeftOnAnEmptyOutbox() {
        documents.push("calendar", "emptied", event("p", 1));
        documents
                .database()
                .getCollection("calendar")
                .updateOne(new Document("_id", "emptied"), new Document("$set", new Document("outbox", List.of())));
        documents.push("calendar", "b", event("q", 2));

        assertThat(outbox.patientsWaitingSince(at(10), 1)).containsExactly("q");
        assertThat(documents.document("calendar", "emptied")).doesNotContainKey(OutboxField.SINCE);
    }

    private static OutboxEvent named(String id) {
        return new OutboxEvent(id, "type", "subject", "p", at(1), OutboxDocuments.TRACEPARENT, "{}");
    }
}
