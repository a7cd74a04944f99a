package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What the mail server's replies make of a notice. */
@ExtendWith(OutputCaptureExtension.class)
class ReplyCodesIT {

    private static ToldMailServer server;
    private static Surroundings surroundings;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        server = new ToldMailServer();
        surroundings = new Surroundings();
        service = surroundings.startService(
                "spring.mail.port=" + server.port(),
                "dendrite.delivery.backoff.initial=200ms",
                "dendrite.delivery.backoff.cap=1s");
    }

    @AfterAll
    static void stop() {
        service.close();
        server.close();
        surroundings.close();
    }

    @Test
    void giveUpANoticeWhoseRecipientIsRefused() {
        assertThat(outcome("recipient-550", "FAILED").getString("lastError"))
                .isEqualTo("the mail server refuses the recipient: 550");
        assertThat(server.tries("recipient-550")).isEqualTo(1);
    }

    @Test
    void giveUpANoticeWhoseMessageIsRefused() {
        assertThat(outcome("message-554", "FAILED").getString("lastError"))
                .isEqualTo("the mail server refuses the message: 554");
    }

    @Test
    void bringANoticeBackWhoseRecipientIsPutOff() {
        Document notice = outcome("recipient-451", "SENT");

        assertThat(notice.getInteger("attempts")).isEqualTo(3);
        assertThat(notice.getString("lastError")).isNull();
        assertThat(server.accepted()).containsOnlyOnce("recipient-451");
    }

    @Test
    void bringANoticeBackWhenTheServerIsClosing() {
        assertThat(outcome("message-421", "SENT").getInteger("attempts")).isEqualTo(3);
        assertThat(server.accepted()).containsOnlyOnce("message-421");
    }

    @Test
    void leaveNoPatientDataInTheLog(CapturedOutput output) {
        outcome("recipient-551", "FAILED");
        outcome("recipient-452", "SENT");

        assertThat(output)
                .contains("the mail server refuses the recipient: 551")
                .doesNotContain("example.org", "María");
    }

    private static Document outcome(String name, String status) {
        surroundings.publish(message(confirmed(surroundings.patient(name, 1, name + "@example.org"), name, 1)));
        return surroundings.awaitNotice(name, status);
    }
}
