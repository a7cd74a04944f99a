package io.dendrite.notification.delivery.application;

import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.ledger.application.NewestKnown;
import io.dendrite.notification.ledger.model.Contact;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.Truth;
import io.dendrite.notification.ledger.model.Visit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a letter of a notice, if it is still true and there is somebody to write to. */
@Component
class PrepareLetter {

    /** What the ledger keeps as the reason when a notice's patient was erased. */
    private static final String ERASED = "patient erased";

    private final NewestKnown newest;
    private final ContactOpener opener;

    PrepareLetter(NewestKnown newest, ContactOpener opener) {
        this.newest = newest;
        this.opener = opener;
    }

    /** What came of preparing a letter. */
    sealed interface Prepared {}

    /**
     * It can be sent.
     *
     * @param letter the letter
     */
    record Ready(Letter letter) implements Prepared {}

    /**
     * There is nothing to send.
     *
     * @param reason why, in words for the front desk
     */
    record Nothing(String reason) implements Prepared {}

    /**
     * It cannot be told now to whom it goes.
     *
     * @param reason why
     */
    record NotYet(String reason) implements Prepared {}

    /**
     * It cannot be told to whom it goes, and waiting alone does not help.
     *
     * @param reason why
     */
    record Broken(String reason) implements Prepared {}

    /**
     * Compares the notice with the newest that is known, and opens the contact only if something of it is still true.
     *
     * @throws io.dendrite.notification.ledger.application.StoreUnavailableException when the newest cannot be read
     */
    Prepared of(NoticeContent content) {
        Truth truth = Truth.of(
                content,
                newest.appointments(
                        content.visits().stream().map(Visit::appointmentId).toList()));
        if (truth instanceof Truth.StillTrue still) {
            Optional<Contact> contact = newest.contactOf(content.patientId());
            return contact.isEmpty()
                    ? new Nothing("the patient's contact is not known")
                    : addressed(still.content(), contact.get());
        }
        return new Nothing(((Truth.NothingToSend) truth).reason());
    }

    private Prepared addressed(NoticeContent content, Contact contact) {
        ContactOpener.Opened opened = opener.open(contact);
        if (opened instanceof ContactOpener.Open open) {
            return to(open.recipient(), content);
        }
        if (opened instanceof ContactOpener.Erased) {
            return new Nothing(ERASED);
        }
        return opened instanceof ContactOpener.VaultAway
                ? new NotYet("the key vault cannot be reached")
                : new Broken("the patient's contact cannot be opened");
    }

    private static Prepared to(Recipient recipient, NoticeContent content) {
        Optional<String> whyNot = recipient.whyNot();
        String email = recipient.email();
        return whyNot.isPresent() || email == null
                ? new Nothing(whyNot.orElse(""))
                : new Ready(new Letter(content, recipient, email));
    }
}
