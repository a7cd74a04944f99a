package io.dendrite.notification.ledger.application;

import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeContent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/**
 * Writes into the ledger what an event demands. Doing it twice changes nothing, so a crash at any point is repaired by
 * hearing the event again.
 */
@Service
public class RecordNotices {

    private final Ledger ledger;
    private final NewestKnown newest;
    private final Erasures erasures;
    private final NoticesRecorded recorded;
    private final Clock clock;

    RecordNotices(Ledger ledger, NewestKnown newest, Erasures erasures, NoticesRecorded recorded, Clock clock) {
        this.ledger = ledger;
        this.newest = newest;
        this.erasures = erasures;
        this.recorded = recorded;
        this.clock = clock;
    }

    /**
     * Keeps the newest versions and records the notices. Of an erased patient it keeps only that there would have been a
     * notice.
     *
     * @return how many notices were new
     * @throws StoreUnavailableException when the store cannot be reached; some of it may be stored already
     */
    public int record(Heard heard) {
        String patientId = heard.contact().patientId();
        // The store keeps milliseconds; a row must compare equal to what was written.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (erasures.includes(patientId)) {
            // Again, for an event that was half recorded when its recorder died: nobody else would clear that away.
            erasures.erase(patientId);
            return (int) heard.notices().stream()
                    .filter(content -> ledger.recordErased(Notice.dueNow(content, now)))
                    .count();
        }
        // What is true comes first: a sender that finds the row must find the truth to check it against.
        newest.learn(heard.contact());
        heard.appointments().forEach(newest::learn);
        int added = 0;
        for (NoticeContent content : heard.notices()) {
            if (ledger.record(Notice.dueNow(content, now))) {
                added++;
            }
        }
        if (erasures.includes(patientId)) {
            // The erasure came in between and cannot have seen what was just written.
            erasures.erase(patientId);
        } else if (added > 0) {
            recorded.noticesRecorded();
        }
        return added;
    }
}
