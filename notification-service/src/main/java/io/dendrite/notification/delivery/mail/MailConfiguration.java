package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.calendarfile.application.CalendarFileWriter;
import io.dendrite.notification.delivery.application.NoticeChannel;
import io.dendrite.notification.delivery.application.NoticeTexts;
import io.dendrite.notification.delivery.application.RelaySettings;
import io.dendrite.notification.digest.application.DigestPost;
import io.dendrite.notification.words.Bundles;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts the mail adapter together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    private static final String WORDS = "mail/words";

    @Bean
    MailComposer mailComposer(NoticeTexts texts, CalendarFileWriter calendarFiles, MailSettings settings, Clock clock) {
        return composer(texts, calendarFiles, settings, clock);
    }

    @Bean
    SmtpConnections smtpConnections(JavaMailSenderImpl server, RelaySettings settings, Clock clock) {
        return new SmtpConnections(server, settings, clock);
    }

    @Bean
    MailHandOver mailHandOver(SmtpConnections connections) {
        return new MailHandOver(connections);
    }

    @Bean
    NoticeChannel email(MailHandOver handOver, MailComposer composer) {
        return new EmailChannel(handOver, composer);
    }

    @Bean
    DigestPost digestPost(
            MailComposer composer,
            MailHandOver handOver,
            MailSettings settings,
            @Value("${dendrite.digest.link}") String link) {
        return new DigestMail(Bundles.of(WORDS), templates(), composer, handOver, link, settings.domain());
    }

    @Bean
    NoticeTexts noticeTexts() {
        return texts();
    }

    /** The words, without a container. */
    static NoticeTexts texts() {
        return new MailTexts(Bundles.of(WORDS), templates());
    }

    /** Everything but the sending. */
    static MailComposer composer(
            NoticeTexts texts, CalendarFileWriter calendarFiles, MailSettings settings, Clock clock) {
        MessageSource words = Bundles.of(WORDS);
        CalendarParts calendarParts = new CalendarParts(
                calendarFiles,
                settings,
                (language, clinic) ->
                        words.getMessage("calendar.summary", new Object[] {clinic}, Locale.forLanguageTag(language)));
        return new MailComposer(settings, texts, calendarParts, clock);
    }

    private static ITemplateEngine templates() {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(String names, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.getResolvablePatternSpec().addPattern(names);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }
}
