package io.dendrite.notification.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.notification.mailbox.model.DeliveryReport;
import io.dendrite.notification.mailbox.model.Verdict;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {

    private static final String MESSAGE_ID =
            "<6f1c1a50-0001.booking-confirmed.00112233445566778899aabbccddeeff@clinic.example>";

    @ParameterizedTest
    @CsvSource({
        "postfix-unknown-user, PERMANENT, 5.1.1",
        "gmail-no-such-user, PERMANENT, 5.1.1",
        "exchange-mailbox-full, TEMPORARY, 5.2.2",
        "postfix-expired, TEMPORARY, 4.4.7",
        "postfix-delayed, NOTHING, 4.4.1",
        "complaint, PERMANENT, complaint"
    })
    void readsWhatBecameOfWhichMail(String sample, Verdict verdict, String status) throws Exception {
        DeliveryReport report = read(sample).orElseThrow();

        assertThat(report.messageId()).contains(MESSAGE_ID);
        assertThat(report.recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.verdict()).isEqualTo(verdict);
            assertThat(recipient.status()).isEqualTo(status);
            assertThat(recipient.is("Maria@example.org")).isTrue();
            assertThat(recipient.is("other@example.org")).isFalse();
        });
    }

    @Test
    void knowsTheNoticeByTheAddressThatTheReportCameTo() throws Exception {
        assertThat(read("postfix-unknown-user").orElseThrow().noticeId()).contains("00112233445566778899aabbccddeeff");
        assertThat(read("postfix-expired").orElseThrow().noticeId()).isEmpty();
    }

    @Test
    void makesNothingOfAReportThatNamesNobody() throws Exception {
        DeliveryReport report = read("report-without-recipient").orElseThrow();

        assertThat(report.recipients()).isEmpty();
        assertThat(report.messageId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter-from-a-person", "gmail-accepted"})
    void doesNotTakeOtherMailForAReport(String sample) throws Exception {
        assertThat(read(sample)).isEmpty();
    }

    @Test
    void doesNotFollowPartsWithoutEnd() {
        assertThatThrownBy(() -> read("nested-bomb"))
                .isInstanceOf(MessagingException.class)
                .hasMessage("too many parts");
    }

    @Test
    void doesNotReadWhatIsTooLarge() throws Exception {
        String huge = Samples.text("postfix-unknown-user")
                .replace("Arrival-Date:", "X-Filler: " + "x".repeat(300_000) + "\r\nArrival-Date:");

        assertThatThrownBy(() -> of(Samples.message(huge))).hasMessage("a part is too large");
    }

    private static Optional<DeliveryReport> read(String sample) throws Exception {
        return of(Samples.message(Samples.text(sample)));
    }

    private static Optional<DeliveryReport> of(MimeMessage mail) throws Exception {
        return ReportReader.of(mail, MailParts.of(mail));
    }
}
