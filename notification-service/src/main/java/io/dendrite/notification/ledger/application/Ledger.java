package io.dendrite.notification.ledger.application;

import io.dendrite.notification.ledger.model.AppointmentState;
import io.dendrite.notification.ledger.model.LedgerLine;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeId;
import java.util.List;
import java.util.Optional;

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

    /** The notices that match, newest first. */
    NoticePage list(NoticeQuery query);
}
