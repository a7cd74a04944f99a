package io.dendrite.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.client.Visit;
import io.dendrite.localstack.demo.Letters.Expected;
import io.dendrite.localstack.mail.ReceivedMail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's checks can fail: each test spoils one thing in a mail that is otherwise right. */
class LetterCheckIT {

    private static final Expected CONFIRMATION = new Expected("BOOKING_CONFIRMED", "REQUEST", List.of(visit(0)));

    @TempDir
    Path directory;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Report report = new Report(new PrintStream(screen, true, StandardCharsets.UTF_8));
    private final LetterCheck check = new LetterCheck(report, List.of("iv-mood-2", "infusion"));
    private int mails;

    @Test
    void isContentWithARightMail() throws IOException {
        assertThat(checked(mail(), CONFIRMATION)).doesNotContain("MISSING").contains("ok: METHOD is REQUEST");
    }

    @Test
    void missesANeutralWording() throws IOException {
        assertThat(checked(mail().replace("Hello", "Your Infusion"), CONFIRMATION))
                .contains("MISSING: it does not say what the appointment is for");
    }

    @Test
    void missesTheHeaderThatKeepsRespondersSilent() throws IOException {
        assertThat(checked(mail().replace("auto-generated", "no"), CONFIRMATION))
                .contains("MISSING: Auto-Submitted is auto-generated");
    }

    @Test
    void missesTheMethodInThePartOrInItsContentType() throws IOException {
        assertThat(checked(mail().replace("METHOD:REQUEST", "METHOD:CANCEL"), CONFIRMATION))
                .contains("MISSING: METHOD is REQUEST");
        assertThat(checked(mail().replace("method=REQUEST", "method=CANCEL"), CONFIRMATION))
                .contains("MISSING: METHOD is REQUEST");
    }

    @Test
    void missesTheTimeOfTheBooking() throws IOException {
        assertThat(checked(mail().replace("T170000Z", "T180000Z"), CONFIRMATION))
                .contains("MISSING: its times are those of the booking");
    }

    @Test
    void missesARisingSequence() throws IOException {
        Expected moved = new Expected("APPOINTMENT_RESCHEDULED", "REQUEST", List.of(visit(1)));

        assertThat(checked(mail(), moved)).contains("MISSING: SEQUENCE is 1");
    }

    @Test
    void missesTheSameUidInALaterMail() throws IOException {
        checked(mail(), CONFIRMATION);

        assertThat(checked(mail().replace("UID:b1", "UID:other"), CONFIRMATION))
                .contains("MISSING: each appointment has one UID");
    }

    @Test
    void missesAMessageIdOfItsOwn() throws IOException {
        checked(mail(), CONFIRMATION);

        assertThat(checked(mail(), CONFIRMATION)).contains("MISSING: it has a Message-ID of its own");
    }

    private String checked(String mail, Expected expected) throws IOException {
        Path file = Files.writeString(directory.resolve(++mails + ".eml"), mail.replace("\n", "\r\n"));
        check.check(ReceivedMail.read(file), expected);
        return screen.toString(StandardCharsets.UTF_8);
    }

    private static Visit visit(int sequence) {
        OffsetDateTime start = OffsetDateTime.parse("2027-03-08T09:00:00-08:00");
        return new Visit("b1.1", "BOOKED", start, start.plusHours(2), sequence, List.of("chair-1"));
    }

    private static String mail() {
        return """
                Delivered-To: robin@patients.example
                Message-ID: <1@clinic.example>
                Auto-Submitted: auto-generated
                Subject: Your appointment
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=x

                --x
                Content-Type: text/plain; charset=UTF-8

                Hello Robin
                --x
                Content-Type: text/html; charset=UTF-8

                <p>Hello Robin</p>
                --x
                Content-Type: text/calendar; charset=UTF-8; method=REQUEST

                BEGIN:VCALENDAR
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:b1.1@clinic.example
                SEQUENCE:0
                DTSTART:20270308T170000Z
                DTEND:20270308T190000Z
                END:VEVENT
                END:VCALENDAR
                --x--
                """;
    }
}
