package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.delivery.application.Letter;
import io.dendrite.notification.delivery.application.NoticeChannel;
import io.dendrite.notification.delivery.application.Post;
import io.dendrite.notification.delivery.model.Wishes;
import jakarta.mail.MessagingException;

/** Sends letters as e-mail by SMTP. */
final class EmailChannel implements NoticeChannel {

    private final MailHandOver handOver;
    private final MailComposer composer;

    EmailChannel(MailHandOver handOver, MailComposer composer) {
        this.handOver = handOver;
        this.composer = composer;
    }

    @Override
    public Wishes.Channel serves() {
        return Wishes.Channel.EMAIL;
    }

    @Override
    public Post.Outcome send(Letter letter) {
        if (!EmailAddress.isValid(letter.email())) {
            return new Post.Refused("the patient's e-mail address is not valid");
        }
        try {
            return handOver.handOver(composer.compose(letter));
        } catch (MessagingException e) {
            return new Post.Refused(
                    "no message can be made of the notice: " + e.getClass().getSimpleName());
        }
    }
}
