package io.dendrite.notification.mailbox.application;

import io.dendrite.notification.delivery.application.ContactOpener;
import io.dendrite.notification.delivery.application.DeliverySettings;
import io.dendrite.notification.ledger.application.NewestKnown;
import io.dendrite.notification.ledger.application.StoreUnavailableException;
import io.dendrite.notification.ledger.application.Suppressions;
import io.dendrite.notification.ledger.model.Contact;
import io.dendrite.notification.mailbox.application.SentNotices.Sent;
import io.dendrite.notification.mailbox.model.DeliveryReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Draws the consequences of reports on mails. Anybody can write a report; so one counts only if it names a mail that went
 * out, by an id that only its receivers and their mail servers know, and the address that the patient has now. Whoever is
 * among those can still lie about it: then a notice counts as returned that was read, and the front desk calls.
 */
@Component
public class HandleReport {

    private static final Logger log = LoggerFactory.getLogger(HandleReport.class);
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final SentNotices notices;
    private final NewestKnown newest;
    private final ContactOpener opener;
    private final Suppressions suppressions;
    private final Duration giveUpAfter;
    private final Clock clock;

    HandleReport(
            SentNotices notices,
            NewestKnown newest,
            ContactOpener opener,
            Suppressions suppressions,
            DeliverySettings settings,
            Clock clock) {
        this.notices = notices;
        this.newest = newest;
        this.opener = opener;
        this.suppressions = suppressions;
        this.giveUpAfter = settings.giveUpAfter();
        this.clock = clock;
    }

    /** Handles a report; doing it again changes nothing. */
    public Handled handle(DeliveryReport report) {
        try {
            return handled(report);
        } catch (StoreUnavailableException e) {
            return Handled.LATER;
        }
    }

    private Handled handled(DeliveryReport report) {
        Optional<Sent> found = report.noticeId()
                .flatMap(notices::byId)
                .or(() -> report.messageId().flatMap(notices::byMessageId));
        if (found.isEmpty()) {
            return Handled.FOR_PEOPLE;
        }
        Sent sent = found.get();
        Optional<Contact> contact = newest.contactOf(sent.patientId());
        if (contact.isEmpty()) {
            return Handled.DONE;
        }
        ContactOpener.Opened opened = opener.open(contact.get());
        if (opened instanceof ContactOpener.VaultAway) {
            return Handled.LATER;
        }
        if (!(opened instanceof ContactOpener.Open open) || open.recipient().email() == null) {
            return Handled.DONE;
        }
        String address = open.recipient().email();
        return report.recipients().stream()
                .filter(recipient -> recipient.is(address))
                .findFirst()
                .map(recipient -> judged(sent, contact.get(), recipient))
                .orElse(Handled.FOR_PEOPLE);
    }

    private Handled judged(Sent sent, Contact contact, DeliveryReport.Recipient recipient) {
        String reason = "returned by the mail server: " + recipient.status();
        return switch (recipient.verdict()) {
            case PERMANENT -> {
                // First what stops further mail: after a crash in between, the report is read again.
                suppressions.suppress(sent.patientId(), contact.addressSince(), recipient.status(), clock.instant());
                notices.bounced(sent.id(), reason);
                log.warn("notice {} came back for good: {}", sent.id(), recipient.status());
                yield Handled.DONE;
            }
            case TEMPORARY -> later(sent, reason, recipient.status());
            case NOTHING -> Handled.DONE;
            case UNCLEAR -> Handled.FOR_PEOPLE;
        };
    }

    private Handled later(Sent sent, String reason, String status) {
        Instant due = clock.instant().plus(PAUSE);
        if (due.isAfter(sent.createdAt().plus(giveUpAfter))) {
            notices.bounced(sent.id(), reason);
            log.warn("notice {} came back for the last time: {}", sent.id(), status);
        } else if (notices.again(sent.id(), due, reason)) {
            log.info("notice {} came back for now: {}; next attempt at {}", sent.id(), status, due);
        }
        return Handled.DONE;
    }
}
