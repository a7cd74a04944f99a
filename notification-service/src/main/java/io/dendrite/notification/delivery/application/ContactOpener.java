package io.dendrite.notification.delivery.application;

import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.ledger.model.Contact;

/** Opens sealed contacts. */
public interface ContactOpener {

    /** Opens a contact with its patient's key, and says what came of it. */
    Opened open(Contact contact);

    /** What came of opening a contact. */
    sealed interface Opened {}

    /**
     * It is open.
     *
     * @param recipient who is reached by it
     */
    record Open(Recipient recipient) implements Opened {}

    /** The patient's key was destroyed, so nobody can open it any more. */
    record Erased() implements Opened {}

    /** It was changed, or the service has another master key than whoever sealed it. */
    record Broken() implements Opened {}

    /** The vault that holds the key cannot be reached now. */
    record VaultAway() implements Opened {}
}
