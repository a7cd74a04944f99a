package io.dendrite.notification.mailbox.imap;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a mail from outside, which may be made to do harm: so many, so deep and so large, and no more. */
final class MailParts {

    private static final int MOST = 30;
    private static final int DEEPEST = 5;
    private static final int LARGEST = 256 * 1024;

    private final List<Part> all = new ArrayList<>();

    private MailParts() {}

    /** All parts that are not made of parts, in order. */
    static MailParts of(Part mail) throws MessagingException, IOException {
        MailParts parts = new MailParts();
        parts.collect(mail, 0);
        return parts;
    }

    private void collect(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || all.size() >= MOST) {
            throw new MessagingException("too many parts");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart each = several.getBodyPart(i);
                collect(each, depth + 1);
            }
        } else {
            all.add(part);
        }
    }

    /** The first of a type. */
    Optional<Part> first(String type) throws MessagingException {
        for (Part part : all) {
            if (part.isMimeType(type)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** What a part holds, decoded. */
    static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            byte[] read = in.readNBytes(LARGEST + 1);
            if (read.length > LARGEST) {
                throw new MessagingException("a part is too large");
            }
            return read;
        }
    }
}
