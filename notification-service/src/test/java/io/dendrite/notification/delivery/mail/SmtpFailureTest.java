package io.dendrite.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.delivery.application.Post;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpFailureTest {

    private static final String REPLY = "<maria@example.org>: no such user";

    @ParameterizedTest
    @CsvSource({"550, Refused", "553, Refused", "450, Deferred", "452, Deferred", "421, Unreachable"})
    void goesByTheReplyToTheRecipient(int code, String outcome) throws Exception {
        SMTPAddressFailedException address =
                new SMTPAddressFailedException(new InternetAddress("maria@example.org"), "RCPT TO", code, REPLY);
        SendFailedException whole = new SendFailedException("Invalid Addresses", address);

        assertThat(SmtpFailure.of(whole).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "554, Refused",
        "552, Refused",
        "451, Deferred",
        "421, Unreachable",
        "-1, Unreachable",
        "530, Unreachable"
    })
    void goesByTheReplyToTheMessage(int code, String outcome) {
        SMTPSendFailedException message =
                new SMTPSendFailedException("DATA", code, REPLY, null, new Address[0], new Address[0], new Address[0]);

        assertThat(SmtpFailure.of(message).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void keepsTryingWhenTheFaultIsOurs() throws Exception {
        SMTPSenderFailedException sender =
                new SMTPSenderFailedException(new InternetAddress("a@clinic.example"), "MAIL FROM", 550, REPLY);

        assertThat(SmtpFailure.of(sender)).isInstanceOf(Post.Deferred.class);
        assertThat(SmtpFailure.of(new SmtpConnections.NoConnectionException(new AuthenticationFailedException("no"))))
                .isInstanceOf(Post.Unreachable.class);
    }

    @Test
    void takesALostConnectionForAnUnreachableServer() {
        MessagingException broken = new MessagingException("Exception reading response", new ConnectException());

        assertThat(SmtpFailure.of(broken)).isInstanceOf(Post.Unreachable.class);
        assertThat(SmtpFailure.of(new SmtpConnections.NoConnectionException(broken)))
                .isInstanceOf(Post.Unreachable.class);
    }

    @Test
    void neverQuotesTheServerSinceItQuotesTheAddress() throws Exception {
        SMTPAddressFailedException address =
                new SMTPAddressFailedException(new InternetAddress("maria@example.org"), "RCPT TO", 550, REPLY);

        assertThat(SmtpFailure.of(address)).isEqualTo(new Post.Refused("the mail server refuses the recipient: 550"));
    }
}
