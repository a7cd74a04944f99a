package io.dendrite.notification.delivery.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.events.ContactDetails;
import io.dendrite.events.PatientContact;
import io.dendrite.notification.Seals;
import io.dendrite.notification.delivery.application.ContactOpener;
import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.ledger.model.Contact;
import io.dendrite.testsupport.EmbeddedMongo;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Contacts sealed by one process, opened by another. */
class VaultContactOpenerIT {

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final Seals scheduling = new Seals(mongo.connectionString() + "/?serverSelectionTimeoutMS=500");
    private final Seals ours = scheduling.another();
    private final ContactOpener opener = new VaultContactOpener(ours.seal());

    @AfterEach
    void stop() {
        ours.close();
        scheduling.close();
        mongo.close();
    }

    @Test
    void opensWhatWasSealed() {
        assertThat(opener.open(contact(scheduling.patient("p", 1, "maria@example.org"))))
                .isEqualTo(new ContactOpener.Open(new Recipient("María José", "maria@example.org", "en", true)));
        assertThat(opener.open(contact(scheduling.patient("q", 1, new ContactDetails("Ann", null, "es", false)))))
                .isEqualTo(new ContactOpener.Open(new Recipient("Ann", null, "es", false)));
    }

    @Test
    void tellsThatThePatientIsErased() {
        PatientContact patient = scheduling.patient("p", 1, "maria@example.org");
        scheduling.seal().destroyKey("p");

        assertThat(opener.open(contact(patient))).isInstanceOf(ContactOpener.Erased.class);
    }

    @Test
    void takesNoContactForAnothers() {
        PatientContact patient = scheduling.patient("p", 1, "maria@example.org");
        scheduling.patient("q", 1, "other@example.org");

        assertThat(opener.open(new Contact("q", 1, patient.sealed()))).isInstanceOf(ContactOpener.Broken.class);
    }

    @Test
    void tellsThatAContactWasChanged() {
        byte[] bytes = Base64.getDecoder()
                .decode(scheduling.patient("p", 1, "maria@example.org").sealed());
        bytes[bytes.length - 1] ^= 1;

        assertThat(opener.open(new Contact("p", 1, Base64.getEncoder().encodeToString(bytes))))
                .isInstanceOf(ContactOpener.Broken.class);
    }

    @Test
    void tellsThatTheVaultIsAwayAndOpensOnceItIsBack() {
        PatientContact patient = scheduling.patient("p", 1, "maria@example.org");
        mongo.stop();
        assertThat(opener.open(contact(patient))).isInstanceOf(ContactOpener.VaultAway.class);

        mongo.start();

        await().atMost(Duration.ofSeconds(15)).until(() -> opener.open(contact(patient)) instanceof ContactOpener.Open);
    }

    private static Contact contact(PatientContact patient) {
        return new Contact(patient.patientId(), patient.version(), patient.sealed());
    }
}
