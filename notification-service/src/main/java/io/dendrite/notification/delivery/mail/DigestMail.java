package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.delivery.application.NoticeTexts.NoticeText;
import io.dendrite.notification.delivery.application.Post;
import io.dendrite.notification.digest.application.DigestPost;
import io.dendrite.notification.digest.model.DigestDay;
import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.ledger.model.NoticeId;
import io.dendrite.notification.site.model.Digest;
import io.dendrite.notification.site.model.SiteSettings;
import io.dendrite.notification.words.Bundles;
import io.dendrite.notification.words.Direction;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The evening's mail to a front desk: a link that asks for a login, and no word about a patient. */
final class DigestMail implements DigestPost {

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final MailComposer composer;
    private final MailHandOver handOver;
    private final String link;
    private final String domain;

    /**
     * A writer of such mails.
     *
     * @param link the address of a day's list, in which {site} and {date} are filled in
     */
    DigestMail(
            MessageSource messages,
            ITemplateEngine templates,
            MailComposer composer,
            MailHandOver handOver,
            String link,
            String domain) {
        this.messages = messages;
        this.templates = templates;
        this.composer = composer;
        this.handOver = handOver;
        this.link = link;
        this.domain = domain;
    }

    @Override
    public Post.Outcome send(DigestDay day, Clinic clinic, SiteSettings settings) {
        Digest digest = Objects.requireNonNull(settings.digest());
        if (!EmailAddress.isValid(digest.email())) {
            return new Post.Refused("the front desk's address is not valid");
        }
        try {
            String id = "<digest." + NoticeId.hash(day.key()) + "@" + domain + ">";
            MimeMessage message =
                    composer.message(id, clinic.name(), digest.email(), text(day, clinic, digest), List.of());
            return handOver.handOver(message);
        } catch (MessagingException e) {
            return new Post.Refused(
                    "no message can be made of it: " + e.getClass().getSimpleName());
        }
    }

    /** What it says. */
    NoticeText text(DigestDay day, Clinic clinic, Digest digest) {
        Locale locale = Bundles.translated(messages, digest.language());
        String pattern = messages.getMessage("visit.date", null, locale);
        String date = DateTimeFormatter.ofPattern(pattern, locale).format(day.date());
        String subject = messages.getMessage("digest.subject", new Object[] {OneLine.of(clinic.name())}, locale);
        Context context = new Context(locale);
        context.setVariable("language", locale.toLanguageTag());
        context.setVariable("direction", Direction.of(locale));
        context.setVariable("subject", subject);
        context.setVariable("intro", messages.getMessage("digest.intro", new Object[] {date}, locale));
        context.setVariable("label", messages.getMessage("digest.link", null, locale));
        context.setVariable("link", address(day));
        context.setVariable("private", messages.getMessage("digest.private", null, locale));
        return new NoticeText(
                subject, templates.process("digest.txt", context), templates.process("digest.html", context));
    }

    private String address(DigestDay day) {
        return link.replace("{site}", URLEncoder.encode(day.siteId(), StandardCharsets.UTF_8))
                .replace("{date}", day.date().toString());
    }
}
