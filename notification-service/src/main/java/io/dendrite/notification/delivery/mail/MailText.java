package io.dendrite.notification.delivery.mail;

/**
 * What a mail says, in two forms of equal content.
 *
 * @param subject one line
 * @param plain the body as plain text
 * @param html the body as an HTML page
 */
record MailText(String subject, String plain, String html) {}
