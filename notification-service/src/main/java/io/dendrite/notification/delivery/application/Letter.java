package io.dendrite.notification.delivery.application;

import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.ledger.model.NoticeContent;

/**
 * What is to be sent: what is still true of a notice, and to whom.
 *
 * @param content what to tell
 * @param recipient who is told, and in which language
 * @param email the address to write to
 */
public record Letter(NoticeContent content, Recipient recipient, String email) {}
