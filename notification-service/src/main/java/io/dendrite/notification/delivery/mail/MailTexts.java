package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.delivery.application.Letter;
import io.dendrite.notification.delivery.application.NoticeTexts;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.NoticeKind;
import io.dendrite.notification.ledger.model.TimeSpan;
import io.dendrite.notification.ledger.model.Visit;
import io.dendrite.notification.words.Bundles;
import io.dendrite.notification.words.Direction;
import io.dendrite.notification.words.LocalTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Finds the words of a mail. They come from the message bundle and tell when and where, never what for; both templates lay
 * out the same words, so the two forms cannot differ in what they say.
 */
final class MailTexts implements NoticeTexts {

    private final MessageSource messages;
    private final ITemplateEngine templates;

    MailTexts(MessageSource messages, ITemplateEngine templates) {
        this.messages = messages;
        this.templates = templates;
    }

    /** The words of a letter in the patient's language, or in English where that is not translated. */
    @Override
    public NoticeText of(Letter letter) {
        NoticeContent content = letter.content();
        Locale locale = Bundles.translated(messages, letter.recipient().language());
        String clinic = OneLine.of(content.clinic().name());
        String givenName = OneLine.of(letter.recipient().givenName());
        LocalTimes times = new LocalTimes(messages, locale, content.clinic().timeZone());
        String key = key(content);
        String subject = words(key + ".subject", locale, clinic);

        Context context = new Context(locale);
        context.setVariable("language", locale.toLanguageTag());
        context.setVariable("direction", Direction.of(locale));
        context.setVariable("subject", subject);
        context.setVariable(
                "greeting",
                givenName.isEmpty() ? words("greeting.unnamed", locale) : words("greeting", locale, givenName));
        context.setVariable("intro", words(key + ".intro", locale));
        context.setVariable("visits", visits(letter, times));
        context.setVariable("previousLabel", words("previous", locale));
        context.setVariable("previous", previous(content, times));
        context.setVariable("until", until(content, times, locale));
        context.setVariable("whereLabel", words("where", locale));
        context.setVariable("clinic", clinic);
        context.setVariable("address", OneLine.of(content.clinic().address()));
        context.setVariable("phoneLabel", words("phone", locale));
        context.setVariable("phone", OneLine.of(content.clinic().phone()));
        context.setVariable("extra", letter.texts().extra().getOrDefault(locale.getLanguage(), ""));
        context.setVariable("calendar", calendar(content, locale));
        context.setVariable("hasLinks", !letter.links().isEmpty());
        context.setVariable("linkLabel", words(linkKey(content), locale));
        context.setVariable("linkPrivate", words("link.private", locale));
        context.setVariable("closing", words("closing", locale));
        context.setVariable("signature", signature(letter, clinic));
        return new NoticeText(
                subject, templates.process("notice.txt", context), templates.process("notice.html", context));
    }

    private static String key(NoticeContent content) {
        return switch (content.kind()) {
            case BOOKING_CONFIRMED -> content.visits().size() == 1 ? "confirmed.one" : "confirmed.many";
            case APPOINTMENT_RESCHEDULED -> "rescheduled";
            case APPOINTMENT_CANCELLED -> "cancelled";
            case APPOINTMENT_REMINDER -> "reminder";
            case WAITLIST_OFFERED -> "offered";
        };
    }

    private String calendar(NoticeContent content, Locale locale) {
        return switch (content.kind()) {
            case BOOKING_CONFIRMED -> words(content.visits().size() == 1 ? "calendar.one" : "calendar.many", locale);
            case APPOINTMENT_RESCHEDULED -> words("calendar.changed", locale);
            case APPOINTMENT_CANCELLED -> words("calendar.removed", locale);
            case APPOINTMENT_REMINDER, WAITLIST_OFFERED -> "";
        };
    }

    private static String linkKey(NoticeContent content) {
        return content.kind() == NoticeKind.WAITLIST_OFFERED ? "link.offer" : "link.visit";
    }

    private static String signature(Letter letter, String clinic) {
        String own = letter.texts().signature();
        return own == null ? clinic : OneLine.of(own);
    }

    private static List<Map<String, @Nullable String>> visits(Letter letter, LocalTimes times) {
        List<Map<String, @Nullable String>> lines = new ArrayList<>();
        for (Visit visit : letter.content().visits()) {
            Map<String, @Nullable String> line = new HashMap<>();
            line.put("line", times.of(visit.start(), visit.end()));
            line.put("link", letter.links().get(visit.appointmentId()));
            lines.add(line);
        }
        return lines;
    }

    private String until(NoticeContent content, LocalTimes times, Locale locale) {
        Instant until = content.timing().usefulUntil();
        return content.kind() == NoticeKind.WAITLIST_OFFERED && until != null
                ? words("offered.until", locale, times.of(until))
                : "";
    }

    private static String previous(NoticeContent content, LocalTimes times) {
        TimeSpan previous = content.previous();
        return previous == null ? "" : times.of(previous.start(), previous.end());
    }

    private String words(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
