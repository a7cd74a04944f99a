package io.dendrite.notification.mailbox.model;

import java.util.List;
import java.util.Optional;

/**
 * What a mail server reports of a mail of ours (RFC 3464), or what a recipient's provider says about it (RFC 5965).
 *
 * @param noticeId which notice it was, as the address says that the report came to
 * @param messageId the Message-ID of the mail, as the returned part of it says
 * @param recipients what became of it, for each recipient
 */
public record DeliveryReport(Optional<String> noticeId, Optional<String> messageId, List<Recipient> recipients) {

    /**
     * One recipient.
     *
     * @param addresses how the report calls the recipient: as written to, and as it turned out
     * @param verdict what it means
     * @param status the status code, or "complaint"
     */
    public record Recipient(List<String> addresses, Verdict verdict, String status) {

        public Recipient {
            addresses = List.copyOf(addresses);
        }

        /** Whether that is the recipient's address. */
        public boolean is(String address) {
            return addresses.stream().anyMatch(address::equalsIgnoreCase);
        }
    }

    public DeliveryReport {
        recipients = List.copyOf(recipients);
    }
}
