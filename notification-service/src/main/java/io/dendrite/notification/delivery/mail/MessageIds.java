package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.NoticeId;
import java.util.Locale;
import java.util.regex.Pattern;

/** Message-IDs (RFC 5322, 3.6.4) made of what a notice is, so that sending it again cannot yield another one. */
final class MessageIds {

    private static final Pattern FIT_FOR_AN_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private MessageIds() {}

    /** The id of a notice's mail, angle brackets included. */
    static String of(NoticeId notice, NoticeContent content, String domain) {
        String event = content.eventId();
        String safeEvent = FIT_FOR_AN_ID.matcher(event).matches() ? event : NoticeId.hash(event);
        String kind = content.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "<" + safeEvent + "." + kind + "." + notice + "@" + domain + ">";
    }
}
