package io.dendrite.localstack.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail on its way in: its envelope, then its content. */
final class Delivery implements MessageHandler {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final SmtpSink sink;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    Delivery(SmtpSink sink) {
        this.sink = sink;
    }

    @Override
    public void from(String from) throws RejectException {
        SmtpSink.Refusal refusal = sink.refusal();
        if (refusal != null) {
            throw new RejectException(refusal.code(), refusal.text());
        }
        sender = from;
    }

    @Override
    public void recipient(String recipient) {
        recipients.add(recipient);
    }

    /** The mail is acknowledged when this returns, so it must be a file by then. */
    @Override
    public @Nullable String data(InputStream content) throws RejectException, IOException {
        byte[] message = content.readAllBytes();
        try {
            sink.folder().store(sender, recipients, message);
            return null;
        } catch (IOException e) {
            log.warn("A mail could not be stored", e);
            throw new RejectException(452, "The mail could not be stored: " + e.getMessage());
        }
    }

    @Override
    public void done() {
        // Nothing is held.
    }
}
