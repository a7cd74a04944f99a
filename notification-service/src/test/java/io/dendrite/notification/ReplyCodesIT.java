package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static io.dendrite.notification.SampleEvents.patient;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** What the mail server's replies make of a notice, told by a real server that replies as it is told to. */
class ReplyCodesIT {

    private static final Map<String, AtomicInteger> TRIES = new ConcurrentHashMap<>();
    private static final Queue<String> ACCEPTED = new ConcurrentLinkedQueue<>();

    private static Surroundings surroundings;
    private static SMTPServer server;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        server = SMTPServer.port(0).messageHandlerFactory(ReplyCodesIT::handler).build();
        server.start();
        surroundings = new Surroundings();
        service = surroundings.startService(
                "spring.mail.port=" + server.getPortAllocated(),
                "dendrite.delivery.backoff.initial=200ms",
                "dendrite.delivery.backoff.cap=1s");
    }

    @AfterAll
    static void stop() {
        service.close();
        server.stop();
        surroundings.close();
    }

    @Test
    void givesUpANoticeWhoseRecipientIsRefused() {
        assertThat(outcome("recipient-550", "FAILED").getString("lastError"))
                .isEqualTo("the mail server refuses the recipient: 550");
        assertThat(TRIES.get("recipient-550")).hasValue(1);
    }

    @Test
    void givesUpANoticeWhoseMessageIsRefused() {
        assertThat(outcome("message-554", "FAILED").getString("lastError"))
                .isEqualTo("the mail server refuses the message: 554");
    }

    @Test
    void triesAgainWhenTheRecipientIsPutOff() {
        Document notice = outcome("recipient-451", "SENT");

        assertThat(notice.getInteger("attempts")).isEqualTo(3);
        assertThat(notice.getString("lastError")).isNull();
        assertThat(ACCEPTED).containsOnlyOnce("recipient-451");
    }

    @Test
    void triesAgainWhenTheServerIsClosing() {
        assertThat(outcome("message-421", "SENT").getInteger("attempts")).isEqualTo(3);
        assertThat(ACCEPTED).containsOnlyOnce("message-421");
    }

    /** Makes one notice to a recipient whose name tells the server how to reply. */
    private static Document outcome(String name, String status) {
        surroundings.publish(message(confirmed(patient(name, 1, name + "@example.org"), name, 1)));
        return surroundings.awaitNotice(name, status);
    }

    private static MessageHandler handler(MessageContext context) {
        return new MessageHandler() {
            private String recipient = "";

            @Override
            public void from(String from) {}

            @Override
            public void recipient(String address) throws RejectException {
                recipient = address.substring(0, address.indexOf('@'));
                int tries = TRIES.computeIfAbsent(recipient, name -> new AtomicInteger())
                        .incrementAndGet();
                replyAsTold("recipient", tries);
            }

            @Override
            public String data(InputStream data) throws RejectException {
                replyAsTold("message", TRIES.get(recipient).get());
                ACCEPTED.add(recipient);
                return null;
            }

            /** Permanent replies always, temporary ones twice. */
            private void replyAsTold(String stage, int tries) throws RejectException {
                String[] told = recipient.split("-", 2);
                int code = Integer.parseInt(told[1]);
                if (told[0].equals(stage) && (code >= 500 || tries <= 2)) {
                    throw new RejectException(code, "as told, " + recipient);
                }
            }

            @Override
            public void done() {}
        };
    }
}
