package io.dendrite.notification.delivery.encryption;

import com.mongodb.MongoException;
import io.dendrite.encryption.BrokenSealException;
import io.dendrite.encryption.KeyDestroyedException;
import io.dendrite.encryption.PatientSeal;
import io.dendrite.events.ContactDetails;
import io.dendrite.events.UnreadableEventException;
import io.dendrite.notification.delivery.application.ContactOpener;
import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.delivery.model.Wishes;
import io.dendrite.notification.ledger.model.Contact;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens contacts by the patients' seals. */
@Component
class VaultContactOpener implements ContactOpener {

    private static final Logger log = LoggerFactory.getLogger(VaultContactOpener.class);

    private final PatientSeal seal;

    VaultContactOpener(PatientSeal seal) {
        this.seal = seal;
    }

    @Override
    public Opened open(Contact contact) {
        try {
            ContactDetails details = ContactDetails.of(
                    seal.open(contact.patientId(), Base64.getDecoder().decode(contact.sealed())));
            return new Open(new Recipient(
                    details.givenName(),
                    details.email(),
                    details.phone(),
                    details.language(),
                    details.emailConsent(),
                    new Wishes(
                            Wishes.Channel.valueOf(details.channel().name()),
                            Wishes.Reminders.valueOf(details.reminders().name()))));
        } catch (KeyDestroyedException e) {
            return new Erased();
        } catch (BrokenSealException | UnreadableEventException e) {
            log.error("contact of patient {} cannot be opened: {}", contact.patientId(), e.getMessage());
            return new Broken();
        } catch (MongoException e) {
            log.warn("the key vault cannot be reached: {}", e.getClass().getName());
            return new VaultAway();
        }
    }
}
