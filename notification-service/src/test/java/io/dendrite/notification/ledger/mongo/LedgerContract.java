package io.dendrite.notification.ledger.mongo;

import static io.dendrite.notification.ledger.model.SampleNotices.at;
import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static io.dendrite.notification.ledger.model.SampleNotices.line;
import static io.dendrite.notification.ledger.model.SampleNotices.reschedule;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.ledger.application.NoticePage;
import io.dendrite.notification.ledger.application.NoticeQuery;
import io.dendrite.notification.ledger.model.AppointmentState;
import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.ledger.model.LedgerLine;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.NoticeId;
import io.dendrite.notification.ledger.model.NoticeStatus;
import io.dendrite.notification.ledger.model.Progress;
import io.dendrite.notification.ledger.model.Timing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the ledger in MongoDB must do, whichever server speaks the protocol. */
abstract class LedgerContract extends NoticesInMongo {

    @Test
    void returnsANoticeAsItWasRecorded() {
        Notice notice = Notice.dueNow(reschedule("e2", 1), NOW);

        assertThat(ledger.record(List.of(notice))).isOne();

        assertThat(ledger.find(notice.id())).contains(line(notice));
        assertThat(claim("me", NOW).orElseThrow().notice().content()).isEqualTo(notice.content());
        assertThat(ledger.find(new NoticeId("none"))).isEmpty();
    }

    @Test
    void recordsANoticeOnceAndKeepsWhatBecameOfIt() {
        Notice notice = recorded("e1");
        queue.markSent(claim("me", NOW).orElseThrow(), NOW, "<id>");

        assertThat(ledger.record(List.of(Notice.dueNow(confirmation("e1", 1), NOW.plusSeconds(9)))))
                .isZero();

        assertThat(progress(notice)).isEqualTo(new Progress(NoticeStatus.SENT, NOW, 1, NOW, null, "<id>"));
    }

    @Test
    void recordsANoticeOnceHoweverManyHearOfItTogether() throws Exception {
        List<Integer> added = together(16, () -> ledger.record(List.of(Notice.dueNow(confirmation("e1", 1), NOW))));

        assertThat(added).containsOnlyOnce(1).containsOnly(0, 1);
    }

    @Test
    void listsByCriteriaInPagesNewestFirst() {
        for (int i = 0; i < 5; i++) {
            // Two of each instant: the order among them must hold across pages too.
            ledger.record(List.of(Notice.dueNow(confirmation("e" + i, 1), NOW.plusSeconds(i / 2))));
        }
        queue.markSent(claim("me", NOW).orElseThrow(), NOW, "<id>");

        List<LedgerLine> all = new ArrayList<>();
        NoticePage page = ledger.list(new NoticeQuery("patient-1", "booking-1", null, null, 2, null));
        all.addAll(page.items());
        while (page.next() != null) {
            page = ledger.list(new NoticeQuery("patient-1", "booking-1", null, null, 2, page.next()));
            all.addAll(page.items());
        }

        assertThat(all).hasSize(5).doesNotHaveDuplicates();
        assertThat(all).extracting(LedgerLine::createdAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(ledger.list(new NoticeQuery(null, null, NoticeStatus.SENT, null, 50, null))
                        .items())
                .hasSize(1);
        assertThat(ledger.list(new NoticeQuery(null, null, null, null, 5, null)).next())
                .isNull();
        assertThat(ledger.list(new NoticeQuery("nobody", null, null, null, 50, null))
                        .items())
                .isEmpty();
        assertThat(ledger.list(new NoticeQuery(null, "none", null, null, 50, null))
                        .items())
                .isEmpty();
    }

    @Test
    void listsOnlyWhatBelongsToTheSites() {
        Notice here = recorded("here");
        Clinic elsewhere = new Clinic("elsewhere", "Hill Clinic", ZoneId.of("UTC"), "2 Hill Road", "+1 503 555 0143");
        ledger.record(List.of(Notice.dueNow(at(elsewhere, confirmation("there", 1)), NOW)));

        assertThat(of(Set.of("riverside")).items()).containsExactly(line(here));
        assertThat(of(Set.of("riverside", "elsewhere")).items()).hasSize(2);
        assertThat(of(Set.of("unknown")).items()).isEmpty();
        assertThat(of(Set.of()).items()).isEmpty();
        assertThat(of(null).items()).hasSize(2);
    }

    private NoticePage of(Set<String> sites) {
        return ledger.list(new NoticeQuery(null, null, null, sites, 50, null));
    }

    @Test
    void recordsWhatIsNewOfManyAndLeavesTheRest() {
        Notice known = recorded("e1");

        int added = ledger.record(
                List.of(known, Notice.dueNow(confirmation("e2", 1), NOW), Notice.dueNow(confirmation("e3", 1), NOW)));

        assertThat(added).isEqualTo(2);
        assertThat(of(null).items()).hasSize(3);
    }

    @Test
    void voidsRemindersOfOlderRevisionsOnly() {
        Notice old = reminder(0, NOW.plusSeconds(60));
        Notice current = reminder(1, NOW.plusSeconds(60));
        Notice told = recorded("e1");
        ledger.record(List.of(old, current));

        ledger.voidReminders(new AppointmentState("visit-0", 1, false));

        assertThat(progress(old).status()).isEqualTo(NoticeStatus.SKIPPED);
        assertThat(progress(old).lastError()).isEqualTo("superseded by a later change");
        assertThat(progress(current).status()).isEqualTo(NoticeStatus.PENDING);
        assertThat(progress(told).status()).isEqualTo(NoticeStatus.PENDING);
        assertThat(claim("me", NOW.plusSeconds(90)).orElseThrow().notice().id()).isEqualTo(told.id());
        assertThat(claim("me", NOW.plusSeconds(90)).orElseThrow().notice()).isEqualTo(claimed(current));
        assertThat(claim("me", NOW.plusSeconds(90))).isEmpty();
    }

    private static Notice claimed(Notice notice) {
        return new Notice(
                notice.id(),
                notice.content(),
                notice.createdAt(),
                new Progress(NoticeStatus.SENDING, notice.progress().dueAt(), 1, null, null, null));
    }

    private static Notice reminder(int sequence, Instant due) {
        NoticeContent told = reschedule("e" + sequence, sequence);
        Timing timing = new Timing(due, due.plusSeconds(60), true);
        return Notice.reminder(told.reminderOf(told.visits().get(0), timing), 24, NOW);
    }
}
