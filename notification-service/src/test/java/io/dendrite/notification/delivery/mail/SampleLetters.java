package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.delivery.application.Letter;
import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.site.model.SiteTexts;
import java.util.Map;

/** Letters for tests. */
final class SampleLetters {

    private SampleLetters() {}

    /** A letter without links, in the standard words. */
    static Letter of(NoticeContent content, Recipient recipient) {
        return of(content, recipient, SiteTexts.NONE, Map.of());
    }

    static Letter of(NoticeContent content, Recipient recipient, SiteTexts texts, Map<String, String> links) {
        Notice notice = Notice.dueNow(content, content.happenedAt());
        return new Letter(notice.id(), content, recipient, texts, links);
    }
}
