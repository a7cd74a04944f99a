package io.dendrite.notification.delivery.application;

/** Finds the words of notices. */
@FunctionalInterface
public interface NoticeTexts {

    /** What a letter says, in the recipient's language. */
    NoticeText of(Letter letter);

    /**
     * What a notice says, in two forms of equal content.
     *
     * @param subject one line
     * @param plain the body as plain text
     * @param html the body as an HTML page
     */
    record NoticeText(String subject, String plain, String html) {}
}
