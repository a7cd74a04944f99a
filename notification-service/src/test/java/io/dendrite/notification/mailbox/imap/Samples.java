package io.dendrite.notification.mailbox.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Mails to the clinic in the shapes that servers and calendar programs are described to write. */
public final class Samples {

    private Samples() {}

    /** The text of a sample. */
    public static String text(String name) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name + ".eml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A message of a text. */
    public static MimeMessage message(String text) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
