package io.dendrite.localstack.mail;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server that delivers nothing: each mail becomes a file in a {@link MailFolder} before it is acknowledged.
 * It can be stopped, started again, and told to refuse.
 */
public final class SmtpSink implements AutoCloseable {

    private final MailFolder folder;
    private final int port;
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile @Nullable Refusal refusal;
    private @Nullable SMTPServer server;

    /** A sink that does not listen yet. */
    public SmtpSink(MailFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Where the mails go. */
    public MailFolder folder() {
        return folder;
    }

    /** The loopback port it listens on. */
    public int port() {
        return port;
    }

    /** Returns when mails are accepted; does nothing if it already runs. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        SMTPServer starting = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .softwareName("Dendrite mail sink")
                .messageHandlerFactory(context -> new Delivery(this))
                .build();
        starting.start();
        server = starting;
    }

    /** Breaks all connections and listens no more; the mails stay. */
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** From now on every mail is refused with this reply; a code of 4xx asks the sender to try again, 5xx not to. */
    public void refuseWith(int code, String text) {
        refusal = new Refusal(code, text);
    }

    /** From now on mails are accepted again. */
    public void accept() {
        refusal = null;
    }

    /** How many mails were refused so far. */
    public int refusals() {
        return refusals.get();
    }

    @Override
    public void close() {
        stop();
    }

    @Nullable
    Refusal refusal() {
        Refusal now = refusal;
        if (now != null) {
            refusals.incrementAndGet();
        }
        return now;
    }

    /** A reply that is not 2xx. */
    record Refusal(int code, String text) {}
}
