package io.dendrite.notification.mailbox.imap;

import io.dendrite.notification.mailbox.application.HandleReply;
import io.dendrite.notification.mailbox.application.HandleReport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mailbox is read where the clinic says which. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${dendrite.mailbox.host:}'.isBlank()")
@EnableConfigurationProperties(MailboxSettings.class)
class MailboxConfiguration {

    @Bean
    ReadMailbox readMailbox(
            MailboxSettings settings,
            HandleReport reports,
            HandleReply replies,
            @Value("${dendrite.mail.from}") String from) {
        String domain = from.substring(from.lastIndexOf('@') + 1);
        return new ReadMailbox(settings, new IncomingMail(reports, replies, domain));
    }
}
