package io.dendrite.notification.ledger.application;

import io.dendrite.notification.ledger.model.LedgerLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of notices.
 *
 * @param items the notices, newest first
 * @param next where the next part begins, or null when this is the last
 */
public record NoticePage(List<LedgerLine> items, NoticeQuery.@Nullable Position next) {

    public NoticePage {
        items = List.copyOf(items);
    }
}
