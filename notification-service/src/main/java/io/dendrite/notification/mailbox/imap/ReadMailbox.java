package io.dendrite.notification.mailbox.imap;

import io.dendrite.notification.mailbox.application.Handled;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks into the mailbox. What is dealt with counts as seen; what is for people is flagged and stays unseen; what cannot be
 * dealt with now is left as it is. Nothing is deleted. Several instances may read at the same time: doing it twice changes
 * nothing.
 */
class ReadMailbox {

    private static final Logger log = LoggerFactory.getLogger(ReadMailbox.class);
    private static final int AT_A_TIME = 100;
    private static final String TIMEOUT_MILLIS = "10000";

    private static final SearchTerm NEW = new AndTerm(
            new FlagTerm(new Flags(Flags.Flag.SEEN), false), new FlagTerm(new Flags(Flags.Flag.FLAGGED), false));

    private final MailboxSettings settings;
    private final IncomingMail incoming;
    private boolean reachable = true;

    ReadMailbox(MailboxSettings settings, IncomingMail incoming) {
        this.settings = settings;
        this.incoming = incoming;
    }

    /** Deals with what is new. */
    @Scheduled(fixedDelayString = "${dendrite.mailbox.poll}")
    void read() {
        try {
            readOnce();
            if (!reachable) {
                log.info("the mailbox can be read again");
            }
            reachable = true;
        } catch (MessagingException e) {
            if (reachable) {
                log.warn("the mailbox cannot be read: {}", e.getClass().getName());
            }
            reachable = false;
        }
    }

    private void readOnce() throws MessagingException {
        String protocol = settings.tls() ? "imaps" : "imap";
        try (Store store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(settings.host(), settings.port(), settings.username(), settings.password());
            Folder folder = store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            try (folder) {
                Message[] found = folder.search(NEW);
                for (int i = 0; i < Math.min(found.length, AT_A_TIME); i++) {
                    settle(found[i]);
                }
            }
        }
    }

    private void settle(Message mail) throws MessagingException {
        try {
            Handled handled = incoming.handle(mail);
            switch (handled) {
                case DONE -> mail.setFlag(Flags.Flag.SEEN, true);
                case FOR_PEOPLE -> mail.setFlag(Flags.Flag.FLAGGED, true);
                case LATER -> log.info("a mail to the clinic waits: what it needs is away");
            }
        } catch (MessageRemovedException e) {
            // Somebody else has taken it away.
            log.debug("a mail to the clinic is gone");
        }
    }

    private static Properties properties(String protocol) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        // Reading alone must not count as having dealt with it.
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
        return properties;
    }
}
