package io.dendrite.notification.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.mailbox.model.CalendarReply;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {

    @ParameterizedTest
    @CsvSource({
        "gmail-accepted, CONFIRMED, 0",
        "outlook-declined, DECLINED, 2",
        "outlook-proposes-another-time, ANOTHER_TIME, 0"
    })
    void readsWhatTheCalendarAnswers(String sample, CalendarReply.Answer answer, int sequence) throws Exception {
        CalendarReply reply = read(Samples.text(sample)).orElseThrow();

        assertThat(reply.answer()).contains(answer);
        assertThat(reply.sequence()).isEqualTo(sequence);
        assertThat(reply.attendee()).isEqualTo("maria@example.org");
        assertThat(reply.appointmentId("clinic.example")).contains("story-0");
        assertThat(reply.appointmentId("other.example")).isEmpty();
    }

    @Test
    void aMaybeNeedsNothingDone() throws Exception {
        assertThat(read(Samples.text("apple-tentative")).orElseThrow().answer()).isEmpty();
    }

    @Test
    void takesAMissingSequenceForTheFirstRevision() throws Exception {
        String text = Samples.text("gmail-accepted").replace("SEQUENCE:0\r\n", "");

        assertThat(read(text).orElseThrow().sequence()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter-from-a-person", "reply-that-is-garbage", "postfix-unknown-user"})
    void makesNothingOfWhatIsNoAnswer(String sample) throws Exception {
        assertThat(read(Samples.text(sample))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"METHOD:REQUEST", "METHOD:CANCEL", "METHOD:PUBLISH"})
    void makesNothingOfInvitations(String method) throws Exception {
        assertThat(read(Samples.text("gmail-accepted").replace("METHOD:REPLY\r\n", method + "\r\n")))
                .isEmpty();
    }

    @Test
    void makesNothingOfAnAnswerOfTwo() throws Exception {
        String text = Samples.text("apple-tentative")
                .replace("UID:", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:eve@example.org\r\nUID:");

        assertThat(read(text)).isEmpty();
    }

    private static Optional<CalendarReply> read(String text) throws Exception {
        return ReplyReader.of(MailParts.of(Samples.message(text)));
    }
}
