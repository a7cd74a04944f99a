package io.dendrite.notification.ledger.web;

import io.dendrite.notification.ledger.application.NoticePage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of notices; without {@code nextCursor} it is the last. */
record NoticeListAnswer(List<NoticeAnswer> items, @Nullable String nextCursor) {

    static NoticeListAnswer of(NoticePage page) {
        return new NoticeListAnswer(
                page.items().stream().map(NoticeAnswer::of).toList(),
                page.next() == null ? null : Cursor.of(page.next()));
    }
}
