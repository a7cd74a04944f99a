package io.dendrite.notification.delivery.application;

import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.ledger.application.NewestKnown;
import io.dendrite.notification.ledger.application.Suppressions;
import io.dendrite.notification.ledger.model.Contact;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.NoticeId;
import io.dendrite.notification.ledger.model.NoticeKind;
import io.dendrite.notification.ledger.model.Truth;
import io.dendrite.notification.ledger.model.Visit;
import io.dendrite.notification.site.application.SiteSettingsStore;
import io.dendrite.notification.site.model.SiteTexts;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a letter of a notice, if it is still true and there is somebody to write to. */
@Component
class PrepareLetter {

    /** What the ledger keeps as the reason when a notice's patient was erased. */
    private static final String ERASED = "patient erased";

    /** What the ledger keeps as the reason when the address is known to fail; the front desk has to call. */
    private static final String FAILING = "the address takes no mail";

    private final NewestKnown newest;
    private final ContactOpener opener;
    private final SiteSettingsStore settings;
    private final Suppressions suppressions;
    private final PageLinks links;
    private final Clock clock;

    PrepareLetter(
            NewestKnown newest,
            ContactOpener opener,
            SiteSettingsStore settings,
            Suppressions suppressions,
            PageLinks links,
            Clock clock) {
        this.newest = newest;
        this.opener = opener;
        this.settings = settings;
        this.suppressions = suppressions;
        this.links = links;
        this.clock = clock;
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
    Prepared of(Notice notice) {
        NoticeContent content = notice.content();
        Truth truth = Truth.of(
                content,
                newest.appointments(
                        content.visits().stream().map(Visit::appointmentId).toList()),
                clock.instant());
        if (truth instanceof Truth.StillTrue still) {
            Optional<Contact> contact = newest.contactOf(content.patientId());
            return contact.isEmpty()
                    ? new Nothing("the patient's contact is not known")
                    : addressed(notice.id(), asSeenToday(still.content()), contact.get());
        }
        return new Nothing(((Truth.NothingToSend) truth).reason());
    }

    /** A reminder waited for days: the site may have another phone by now. */
    private NoticeContent asSeenToday(NoticeContent content) {
        return content.kind() == NoticeKind.APPOINTMENT_REMINDER
                ? newest.clinic(content.clinic().siteId()).map(content::at).orElse(content)
                : content;
    }

    private Prepared addressed(NoticeId id, NoticeContent content, Contact contact) {
        ContactOpener.Opened opened = opener.open(contact);
        if (opened instanceof ContactOpener.Open open) {
            boolean failing = open.recipient().isReachedByEmail()
                    && suppressions.includes(contact.patientId(), contact.addressSince());
            return failing ? new Nothing(FAILING) : to(id, open.recipient(), content);
        }
        if (opened instanceof ContactOpener.Erased) {
            return new Nothing(ERASED);
        }
        return opened instanceof ContactOpener.VaultAway
                ? new NotYet("the key vault cannot be reached")
                : new Broken("the patient's contact cannot be opened");
    }

    private Prepared to(NoticeId id, Recipient recipient, NoticeContent content) {
        boolean reminder = content.kind() == NoticeKind.APPOINTMENT_REMINDER;
        Optional<String> whyNot = recipient.whyNot(reminder, content.timing().optional());
        return whyNot.isPresent() ? new Nothing(whyNot.get()) : new Ready(letter(id, recipient, content));
    }

    private Letter letter(NoticeId id, Recipient recipient, NoticeContent content) {
        SiteTexts texts = settings.of(content.clinic().siteId()).texts();
        String name = texts.displayName();
        NoticeContent signed =
                name == null ? content : content.at(content.clinic().named(name));
        return new Letter(id, signed, recipient, texts, links.of(content));
    }
}
