package io.dendrite.notification.mailbox.imap;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clinic's mailbox, to which answers and reports come.
 *
 * @param host of the IMAP server; without it nothing is read
 * @param port of the server
 * @param tls whether the server speaks TLS from the first byte
 * @param username of the account
 * @param password of the account
 * @param folder that mail comes to
 * @param poll how often it is looked into
 */
@ConfigurationProperties("dendrite.mailbox")
record MailboxSettings(
        @Nullable String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("30s") Duration poll) {

    /** Never a password. */
    @Override
    public String toString() {
        return "MailboxSettings[" + host + ":" + port + "]";
    }
}
