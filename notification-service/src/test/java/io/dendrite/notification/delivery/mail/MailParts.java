package io.dendrite.notification.delivery.mail;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A mail as its receiver sees it: written out and parsed again. */
public final class MailParts {

    private final MimeMessage message;
    private final List<String> structure = new ArrayList<>();
    private final List<Part> leaves = new ArrayList<>();

    private MailParts(MimeMessage message) throws Exception {
        this.message = message;
        walk(message, "");
    }

    /** Writes a mail out and parses it. */
    public static MailParts of(MimeMessage composed) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        composed.writeTo(bytes);
        Session session = Session.getInstance(new Properties());
        return new MailParts(new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray())));
    }

    private void walk(Part part, String indent) throws Exception {
        structure.add(indent + type(part));
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                walk(multipart.getBodyPart(i), indent + "  ");
            }
        } else {
            leaves.add(part);
        }
    }

    /** The parsed message. */
    public MimeMessage message() {
        return message;
    }

    /** The types of all parts, indented by depth. */
    public List<String> structure() {
        return structure;
    }

    /** All parts of a type that hold no further parts. */
    public List<Part> parts(String type) throws Exception {
        List<Part> found = new ArrayList<>();
        for (Part leaf : leaves) {
            if (type(leaf).equals(type)) {
                found.add(leaf);
            }
        }
        return found;
    }

    /** The decoded text of the only part of a type. */
    public String text(String type) throws Exception {
        List<Part> found = parts(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " parts of type " + type);
        }
        return new String(bytes(found.get(0)), StandardCharsets.UTF_8);
    }

    /** The decoded content of a part. */
    public static byte[] bytes(Part part) throws Exception {
        return part.getInputStream().readAllBytes();
    }

    private static String type(Part part) throws Exception {
        return part.getContentType().split(";", 2)[0].strip();
    }
}
