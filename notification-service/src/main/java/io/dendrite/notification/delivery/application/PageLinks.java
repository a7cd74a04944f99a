package io.dendrite.notification.delivery.application;

import io.dendrite.notification.ledger.model.NoticeContent;
import java.util.Map;

/** Makes addresses of pages on which a patient can answer a notice. */
public interface PageLinks {

    /**
     * New addresses for what a notice tells, by appointment; none where there is nothing to answer, or no pages. They are
     * secrets: whoever has one can ask for the page.
     *
     * @throws io.dendrite.notification.ledger.application.StoreUnavailableException when they cannot be remembered
     */
    Map<String, String> of(NoticeContent content);
}
