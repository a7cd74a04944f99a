package io.dendrite.scheduling.outbox.application;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dendrite.scheduling.outbox.OutboxDocuments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PublishInTurnTest {

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    @Test
    void sendsAPatientsNextEventOnlyAfterTheAcknowledgementOfTheOneBefore() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        PublishInTurn turns = new PublishInTurn(event -> {
            sent.add(event.id());
            return event.id().equals("a#1") ? first : completedFuture(null);
        });
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> publish(turns, of("a", 1), of("a", 2)));

        await().until(() -> !sent.isEmpty());
        assertThat(sent).containsExactly("a#1");

        first.complete(null);
        done.join();
        assertThat(sent).containsExactly("a#1", "a#2");
    }

    @Test
    void sendsTheEventsOfDifferentPatientsSideBySide() {
        PublishInTurn turns = new PublishInTurn(event -> {
            sent.add(event.id());
            return completedFuture(null);
        });

        publish(turns, of("a", 1), of("a", 2), of("b", 1));

        assertThat(sent).containsExactly("a#1", "b#1", "a#2");
        assertThat(turns.published()).hasSize(3);
    }

    @Test
    void aFailureEndsThePatientsTurnAndLeavesTheOthersAlone() {
        IllegalStateException away = new IllegalStateException("away");
        PublishInTurn turns = new PublishInTurn(event -> {
            sent.add(event.id());
            return event.id().equals("a#1") ? failedFuture(away) : completedFuture(null);
        });

        assertThatThrownBy(() -> turns.publish(List.of(of("a", 1), of("a", 2), of("b", 1), of("b", 2))))
                .isInstanceOf(PublicationFailedException.class)
                .hasCause(away);

        assertThat(sent).containsExactly("a#1", "b#1", "b#2");
        assertThat(turns.published()).containsExactly(of("b", 1), of("b", 2));
    }

    private static void publish(PublishInTurn turns, PendingEvent... pending) {
        try {
            turns.publish(List.of(pending));
        } catch (InterruptedException | PublicationFailedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PendingEvent of(String patient, int number) {
        return new PendingEvent("calendar", "document", OutboxDocuments.event(patient, number));
    }
}
