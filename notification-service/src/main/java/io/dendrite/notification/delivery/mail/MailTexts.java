package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.delivery.application.Letter;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Finds the words of a mail. They come from the message bundle and tell when and where, never what for; both templates lay
 * out the same words, so the two forms cannot differ in what they say.
 */
final class MailTexts {

    private final MessageSource messages;
    private final ITemplateEngine templates;

    MailTexts(MessageSource messages, ITemplateEngine templates) {
        this.messages = messages;
        this.templates = templates;
    }

    /** The words of a letter in the patient's language, or in English where that is not translated. */
    MailText of(Letter letter) {
        NoticeContent content = letter.content();
        Locale locale = translated(letter.recipient().language());
        String clinic = OneLine.of(content.clinic().name());
        String givenName = OneLine.of(letter.recipient().givenName());
        LocalTimes times = new LocalTimes(messages, locale, content.clinic().timeZone());
        String key = key(content);
        String subject = words(key + ".subject", locale, clinic);

        Context context = new Context(locale);
        context.setVariable("language", locale.toLanguageTag());
        context.setVariable("subject", subject);
        context.setVariable(
                "greeting",
                givenName.isEmpty() ? words("greeting.unnamed", locale) : words("greeting", locale, givenName));
        context.setVariable("intro", words(key + ".intro", locale));
        context.setVariable("visits", visits(content, times));
        context.setVariable("previousLabel", words("previous", locale));
        context.setVariable("previous", previous(content, times));
        context.setVariable("whereLabel", words("where", locale));
        context.setVariable("clinic", clinic);
        context.setVariable("address", OneLine.of(content.clinic().address()));
        context.setVariable("phoneLabel", words("phone", locale));
        context.setVariable("phone", OneLine.of(content.clinic().phone()));
        context.setVariable("calendar", words(key + ".calendar", locale));
        context.setVariable("closing", words("closing", locale));
        return new MailText(
                subject, templates.process("notice.txt", context), templates.process("notice.html", context));
    }

    /** The bundle names its own language, so dates are never told in another language than the words around them. */
    private Locale translated(String language) {
        return Locale.forLanguageTag(words("language", Locale.forLanguageTag(language)));
    }

    private static String key(NoticeContent content) {
        return switch (content.kind()) {
            case BOOKING_CONFIRMED -> content.visits().size() == 1 ? "confirmed.one" : "confirmed.many";
            case APPOINTMENT_RESCHEDULED -> "rescheduled";
            case APPOINTMENT_CANCELLED -> "cancelled";
        };
    }

    private static List<String> visits(NoticeContent content, LocalTimes times) {
        List<String> lines = new ArrayList<>();
        content.visits().forEach(visit -> lines.add(times.of(visit.start(), visit.end())));
        return lines;
    }

    private static String previous(NoticeContent content, LocalTimes times) {
        TimeSpan previous = content.previous();
        return previous == null ? "" : times.of(previous.start(), previous.end());
    }

    private String words(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
