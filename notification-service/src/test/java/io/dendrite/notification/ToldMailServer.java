package io.dendrite.notification;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real mail server that does what a recipient's name tells it: {@code recipient-550} and {@code message-554} are always
 * refused, codes below 500 twice, {@code slow-…} is accepted when the test lets it, anything else at once.
 */
final class ToldMailServer implements AutoCloseable {

    private static final int TEMPORARY_REPLIES = 2;

    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final CountDownLatch slowMayPass = new CountDownLatch(1);
    private final SMTPServer server;
    private volatile Runnable beforeAccepting = () -> {};

    ToldMailServer() {
        server = SMTPServer.port(0).messageHandlerFactory(context -> new Told()).build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    /** Names of the recipients of accepted mails, one per mail. */
    Queue<String> accepted() {
        return accepted;
    }

    /** How often a recipient was named. */
    int tries(String name) {
        AtomicInteger count = tries.get(name);
        return count == null ? 0 : count.get();
    }

    /** Accepts the slow ones now and from now on. */
    void letSlowPass() {
        slowMayPass.countDown();
    }

    /** Does something when a mail has come whole and is about to be accepted. */
    void beforeAccepting(Runnable what) {
        beforeAccepting = what;
    }

    @Override
    public void close() {
        letSlowPass();
        server.stop();
    }

    private final class Told implements MessageHandler {

        private String recipient = "";

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String address) throws RejectException {
            recipient = address.substring(0, address.indexOf('@'));
            tries.computeIfAbsent(recipient, name -> new AtomicInteger()).incrementAndGet();
            replyAsTold("recipient");
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            data.readAllBytes();
            replyAsTold("message");
            if (recipient.startsWith("slow")) {
                awaitLeave();
            }
            beforeAccepting.run();
            accepted.add(recipient);
            return null;
        }

        private void replyAsTold(String stage) throws RejectException {
            String[] told = recipient.split("-", 2);
            if (told[0].equals(stage)) {
                int code = Integer.parseInt(told[1]);
                if (code >= 500 || tries(recipient) <= TEMPORARY_REPLIES) {
                    throw new RejectException(code, "as told, " + recipient);
                }
            }
        }

        private void awaitLeave() {
            try {
                if (!slowMayPass.await(60, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody let the slow mail pass");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void done() {}
    }
}
