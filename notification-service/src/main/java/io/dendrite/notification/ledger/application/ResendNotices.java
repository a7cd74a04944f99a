package io.dendrite.notification.ledger.application;

import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeId;
import io.dendrite.notification.ledger.model.NoticeStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Says again what was said, or was to be. That is a new notice with an id of its own, so the mail has another Message-ID; it
 * is checked like any other, so what is not true any more is not sent again either.
 */
@Service
public class ResendNotices {

    /** The most that are sent again at a time. */
    public static final int MOST = 10_000;

    private static final String AT_ONCE = "bulk";
    private static final Set<NoticeStatus> SETTLED =
            EnumSet.of(NoticeStatus.SENT, NoticeStatus.FAILED, NoticeStatus.BOUNCED, NoticeStatus.SKIPPED);

    private final Ledger ledger;
    private final NoticesRecorded recorded;
    private final Clock clock;

    ResendNotices(Ledger ledger, NoticesRecorded recorded, Clock clock) {
        this.ledger = ledger;
        this.recorded = recorded;
        this.clock = clock;
    }

    /** The new notice, and whether it was made before, by a request with the same key. */
    public record Resent(NoticeId id, boolean before) {}

    /** Whether a notice is settled, so that it can be sent again. */
    public static boolean isSettled(NoticeStatus status) {
        return SETTLED.contains(status);
    }

    /**
     * Sends one again.
     *
     * @param notice one that is settled
     * @param key of the request: repeating it repeats nothing
     */
    public Resent resend(Notice notice, String key) {
        return again(notice, key);
    }

    /**
     * Sends those again that failed and were not sent again yet.
     *
     * @param sites only those of these sites; null for every site
     * @return how many
     */
    public int resendFailed(@Nullable Set<String> sites, @Nullable Instant from, @Nullable Instant to) {
        List<Notice> failed = ledger.failed(sites, from, to, MOST);
        return (int) failed.stream()
                .filter(notice -> !again(notice, AT_ONCE).before())
                .count();
    }

    private Resent again(Notice notice, String key) {
        NoticeId id = notice.id().repeated(key);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean added = ledger.record(List.of(notice.again(id, now))) == 1;
        // After the new row: a crash in between leaves one that may be repeated, under the same id.
        ledger.markResent(notice.id());
        if (added) {
            recorded.noticesRecorded();
        }
        return new Resent(id, !added);
    }
}
