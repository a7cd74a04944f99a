package io.dendrite.notification.page.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of pages in one language, as the templates ask for them. */
public final class PageWords {

    private final MessageSource messages;
    private final Locale locale;

    PageWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** The words under a key. */
    public String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
