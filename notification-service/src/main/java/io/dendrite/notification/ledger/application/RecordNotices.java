package io.dendrite.notification.ledger.application;

import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeContent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final PlanReminders reminders;
    private final NoticesRecorded recorded;
    private final Clock clock;
    private final Map<String, Clinic> seen = new ConcurrentHashMap<>();

    RecordNotices(
            Ledger ledger,
            NewestKnown newest,
            Erasures erasures,
            PlanReminders reminders,
            NoticesRecorded recorded,
            Clock clock) {
        this.ledger = ledger;
        this.newest = newest;
        this.erasures = erasures;
        this.reminders = reminders;
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
        heard.notices().forEach(this::learnClinic);
        int added = ledger.record(rows(heard, now));
        heard.appointments().stream().filter(state -> state.sequence() > 0).forEach(ledger::voidReminders);
        if (erasures.includes(patientId)) {
            // The erasure came in between and cannot have seen what was just written.
            erasures.erase(patientId);
        } else if (added > 0) {
            recorded.noticesRecorded();
        }
        return added;
    }

    private List<Notice> rows(Heard heard, Instant now) {
        List<Notice> rows = new ArrayList<>();
        for (NoticeContent content : heard.notices()) {
            rows.add(Notice.dueNow(content, now));
            rows.addAll(reminders.of(content, heard.reminderGroup(), now));
        }
        return rows;
    }

    /** Nearly every event shows the site as it was: that costs no write. */
    private void learnClinic(NoticeContent content) {
        Clinic clinic = content.clinic();
        if (!clinic.equals(seen.get(clinic.siteId()))) {
            newest.learn(clinic, content.happenedAt());
            seen.put(clinic.siteId(), clinic);
        }
    }
}
