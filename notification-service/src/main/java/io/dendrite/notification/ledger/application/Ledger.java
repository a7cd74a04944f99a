package io.dendrite.notification.ledger.application;

import io.dendrite.notification.ledger.model.AppointmentState;
import io.dendrite.notification.ledger.model.LedgerLine;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All notices and what became of them.
 *
 * <p>Every method throws {@link StoreUnavailableException} while the store cannot be reached.
 */
public interface Ledger {

    /**
     * Adds those notices whose ids are not there.
     *
     * @return how many were new
     */
    int record(List<Notice> notices);

    /** Makes reminders of older revisions of an appointment void that nobody has begun to send. */
    void voidReminders(AppointmentState newest);

    /**
     * Adds what may be kept of a notice to an erased patient, unless one with its id is there.
     *
     * @return whether it was new
     */
    boolean recordErased(Notice notice);

    /** The notice with this id, if there is one. */
    Optional<LedgerLine> find(NoticeId id);

    /** The whole notice with this id, if there is one and its patient is not erased. */
    Optional<Notice> notice(NoticeId id);

    /** Notes that a notice was repeated. */
    void markResent(NoticeId id);

    /**
     * Failed notices that were not repeated yet, the oldest first.
     *
     * @param sites only those of these sites; null for every site
     * @param from only those recorded since; null for all
     * @param to only those recorded before; null for all
     */
    List<Notice> failed(@Nullable Set<String> sites, @Nullable Instant from, @Nullable Instant to, int limit);

    /** The notices that match, newest first. */
    NoticePage list(NoticeQuery query);
}
