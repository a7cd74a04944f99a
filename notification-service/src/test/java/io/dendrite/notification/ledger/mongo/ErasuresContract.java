package io.dendrite.notification.ledger.mongo;

import static io.dendrite.notification.ledger.model.SampleNotices.cancellation;
import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static io.dendrite.notification.ledger.model.SampleNotices.contact;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.dendrite.notification.ledger.application.Claim;
import io.dendrite.notification.ledger.application.Heard;
import io.dendrite.notification.ledger.application.RecordNoticesOn;
import io.dendrite.notification.ledger.model.LedgerLine;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeStatus;
import io.dendrite.notification.ledger.model.Progress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What an erasure must leave in MongoDB, whichever server speaks the protocol. */
abstract class ErasuresContract extends NoticesInMongo {

    private MongoErasures erasures;
    private MongoNewestKnown newest;
    private MongoDatabase opened;

    @BeforeEach
    void openErasures() {
        opened = openedDatabase();
        erasures = new MongoErasures(opened);
        newest = new MongoNewestKnown(opened);
    }

    @Test
    void voidsWhatWaitsAndForgetsTheContact() {
        newest.learn(contact());
        Notice waiting = recorded("waiting");

        erasures.erase("patient-1");

        assertThat(newest.contactOf("patient-1")).isEmpty();
        LedgerLine line = ledger.find(waiting.id()).orElseThrow();
        assertThat(line.progress()).isEqualTo(new Progress(NoticeStatus.SKIPPED, NOW, 0, null, "patient erased", null));
        assertThat(line.patientId()).isNull();
        assertThat(line.bookingId()).isNull();
        assertThat(line.appointmentIds()).isEmpty();
        assertThat(line.siteId()).isEqualTo("riverside");
        assertThat(claim("me", NOW.plus(LEASE))).isEmpty();
    }

    @Test
    void keepsWhatBecameOfWhatWasSent() {
        Notice sent = recorded("sent");
        queue.markSent(claim("me", NOW).orElseThrow(), NOW, "<id>");

        erasures.erase("patient-1");
        erasures.erase("patient-1");

        assertThat(ledger.find(sent.id()).orElseThrow().progress())
                .isEqualTo(new Progress(NoticeStatus.SENT, NOW, 1, NOW, null, null));
    }

    @Test
    void letsASenderTellThatItSentButNotToWhom() {
        Notice notice = recorded("in-hand");
        Claim claim = claim("me", NOW).orElseThrow();

        erasures.erase("patient-1");
        assertThat(queue.retryAt(claim, NOW, "busy")).isFalse();
        queue.markSent(claim, NOW, "<event.kind.recipient@clinic.example>");

        assertThat(ledger.find(notice.id()).orElseThrow().progress())
                .isEqualTo(new Progress(NoticeStatus.SENT, NOW, 1, NOW, null, null));
    }

    @Test
    void remembersAPatientWithoutTheId() {
        assertThat(erasures.includes("patient-1")).isFalse();

        erasures.erase("patient-1");

        assertThat(erasures.includes("patient-1")).isTrue();
        assertThat(erasures.includes("patient-2")).isFalse();
        assertThat(everything()).doesNotContain("patient-1");
    }

    @Test
    void leavesOtherPatientsAlone() {
        Notice notice = recorded("e1");
        newest.learn(contact());

        erasures.erase("patient-2");

        assertThat(newest.contactOf("patient-1")).isPresent();
        assertThat(ledger.find(notice.id()).orElseThrow().patientId()).isEqualTo("patient-1");
    }

    /** The recorder died in the middle, the patient was erased, and the event is delivered again. */
    @Test
    void clearsAwayWhatWasHalfRecorded() {
        erasures.erase("patient-1");
        newest.learn(contact());
        Notice half = recorded("e1");

        new RecordNoticesOn(ledger, newest, erasures, NOW)
                .record(new Heard(contact(), List.of(), List.of(half.content(), cancellation("e1", 1))));

        assertThat(newest.contactOf("patient-1")).isEmpty();
        assertThat(ledger.find(half.id()).orElseThrow().progress().status()).isEqualTo(NoticeStatus.SKIPPED);
        assertThat(everything()).doesNotContain("patient-1", "booking-1");
    }

    /** Whichever of the two comes first, and however they overlap. */
    @RepeatedTest(20)
    void leavesNoTieWhenAnEventIsRecordedMeanwhile() throws Exception {
        Heard heard = new Heard(contact(), List.of(), List.of(confirmation("e1", 1), cancellation("e2", 1)));
        RecordNoticesOn recording = new RecordNoticesOn(ledger, newest, erasures, NOW);
        AtomicInteger turn = new AtomicInteger();

        together(2, () -> {
            if (turn.getAndIncrement() == 0) {
                recording.record(heard);
            } else {
                erasures.erase("patient-1");
            }
            return true;
        });

        assertThat(everything()).doesNotContain("patient-1", "booking-1");
        assertThat(claim("me", NOW.plus(LEASE))).isEmpty();
        assertThat(opened.getCollection("notices")
                        .countDocuments(new Document("kind", new Document("$ne", "APPOINTMENT_REMINDER"))))
                .isEqualTo(2);
    }

    private String everything() {
        StringBuilder all = new StringBuilder();
        for (String collection : opened.listCollectionNames()) {
            for (Document document : opened.getCollection(collection).find()) {
                all.append(document.toJson());
            }
        }
        return all.toString();
    }
}
