package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.delivery.application.Post.Deferred;
import io.dendrite.notification.delivery.application.Post.Outcome;
import io.dendrite.notification.delivery.application.Post.Refused;
import io.dendrite.notification.delivery.application.Post.Unreachable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure to send means. Reply codes decide (RFC 5321, 4.2.1): 4xx passes, 5xx about the recipient or the message
 * does not. What is wrong with our own side of the matter, such as credentials or a sender the server does not want,
 * counts as passing: an operator mends it, and no patient's notice is given up for it before its time.
 */
final class SmtpFailure {

    private static final int SERVICE_CLOSING = 421;
    private static final int AUTHENTICATION_REQUIRED = 530;

    private SmtpFailure() {}

    /** Judges a failure that concerns one message. Reasons hold reply codes only: reply texts quote addresses. */
    static Outcome of(MessagingException failure) {
        List<Throwable> causes = causes(failure);
        if (causes.stream().anyMatch(AuthenticationFailedException.class::isInstance)) {
            return new Unreachable("the mail server does not accept our credentials");
        }
        if (failure instanceof SmtpConnections.NoConnectionException) {
            return new Unreachable("the mail server cannot be reached");
        }
        for (Throwable cause : causes) {
            if (cause instanceof SMTPAddressFailedException address) {
                return judge("recipient", address.getReturnCode());
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof SMTPSenderFailedException sender) {
                return ofSender(sender.getReturnCode());
            }
            if (cause instanceof SMTPSendFailedException message) {
                return isAboutTheSender(message)
                        ? ofSender(message.getReturnCode())
                        : judge("message", message.getReturnCode());
            }
        }
        if (causes.stream().anyMatch(SendFailedException.class::isInstance)) {
            return new Refused("the mail server takes no recipient");
        }
        return new Unreachable("the conversation with the mail server broke off");
    }

    /** The library tells a refusal of MAIL in either of two ways. */
    private static boolean isAboutTheSender(SMTPSendFailedException failure) {
        return failure.getCommand() != null && failure.getCommand().startsWith("MAIL");
    }

    private static Outcome ofSender(int code) {
        Outcome outcome = judge("sender", code);
        return outcome instanceof Refused ? new Deferred("the mail server refuses the sender: " + code) : outcome;
    }

    private static Outcome judge(String what, int code) {
        if (code == SERVICE_CLOSING || code < 400) {
            return new Unreachable("the mail server broke off: " + code);
        }
        if (code == AUTHENTICATION_REQUIRED) {
            return new Unreachable("the mail server wants credentials: " + code);
        }
        return code < 500
                ? new Deferred("the mail server puts the " + what + " off: " + code)
                : new Refused("the mail server refuses the " + what + ": " + code);
    }

    /** Mail exceptions carry their parts in two ways: by cause, and chained as "next". */
    private static List<Throwable> causes(MessagingException failure) {
        List<Throwable> found = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            found.add(cause);
        }
        return found;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : cause.getCause();
    }
}
