package io.dendrite.notification.ledger.application;

import io.dendrite.notification.ledger.model.LedgerLine;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeId;
import java.util.Optional;

/**
 * All notices and what became of them.
 *
 * <p>Every method throws {@link StoreUnavailableException} while the store cannot be reached.
 */
public interface Ledger {

    /**
     * Adds a notice unless one with its id is there.
     *
     * @return whether it was new
     */
    boolean record(Notice notice);

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
