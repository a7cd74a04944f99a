package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.calendarfile.application.CalendarFileWriter;
import io.dendrite.notification.delivery.application.Post;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts the mail adapter together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    Post post(JavaMailSender sender, CalendarFileWriter calendarFiles, MailSettings settings, Clock clock) {
        return new SmtpPost(sender, composer(calendarFiles, settings, clock));
    }

    /** Everything but the sending. */
    static MailComposer composer(CalendarFileWriter calendarFiles, MailSettings settings, Clock clock) {
        MessageSource words = words();
        CalendarParts calendarParts = new CalendarParts(
                calendarFiles,
                settings,
                (language, clinic) ->
                        words.getMessage("calendar.summary", new Object[] {clinic}, Locale.forLanguageTag(language)));
        return new MailComposer(settings, new MailTexts(words, templates()), calendarParts, clock);
    }

    private static MessageSource words() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("mail/words");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // English where a language is missing, whatever the machine's own language is.
        source.setFallbackToSystemLocale(false);
        return source;
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
