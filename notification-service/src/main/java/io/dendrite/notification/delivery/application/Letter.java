package io.dendrite.notification.delivery.application;

import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.NoticeId;
import io.dendrite.notification.site.model.SiteTexts;
import java.util.Map;
import java.util.Objects;

/**
 * What is to be sent: what is still true of a notice, and to whom.
 *
 * @param id the notice
 * @param content what to tell
 * @param recipient who is told, how, and in which language
 * @param texts words of the site's own
 * @param links the patient's pages, by appointment; an appointment that has none is absent
 */
public record Letter(
        NoticeId id, NoticeContent content, Recipient recipient, SiteTexts texts, Map<String, String> links) {

    public Letter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(texts, "texts");
        links = Map.copyOf(links);
    }

    /** The address to write to. */
    public String email() {
        return Objects.requireNonNull(recipient.email(), "email");
    }
}
