package io.dendrite.localstack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** One mail from a {@link MailFolder}, taken apart for people and tests. */
public final class ReceivedMail {

    private final Path file;
    private final byte[] raw;
    private final MimeMessage message;

    private ReceivedMail(Path file, byte[] raw, MimeMessage message) {
        this.file = file;
        this.raw = raw;
        this.message = message;
    }

    /**
     * Reads an {@code .eml} file.
     *
     * @throws UncheckedIOException if it cannot be read or is no mail
     */
    public static ReceivedMail read(Path file) {
        try {
            byte[] raw = Files.readAllBytes(file);
            Session session = Session.getInstance(new Properties());
            return new ReceivedMail(file, raw, new MimeMessage(session, new ByteArrayInputStream(raw)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(file + " is not a mail: " + e.getMessage(), e));
        }
    }

    /** The file it was read from. */
    public Path file() {
        return file;
    }

    /** The file's text, undecoded. */
    public String raw() {
        return new String(raw, StandardCharsets.UTF_8);
    }

    /** To whom the envelope said it goes, which need not be what {@code To} says. */
    public List<String> recipients() {
        return headers("Delivered-To");
    }

    /** The decoded subject, empty if it has none. */
    public String subject() {
        return header("Subject").orElse("");
    }

    /** The first header of this name, unfolded and decoded. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** The plain text, empty if there is none. */
    public String text() {
        return firstOf("text/plain");
    }

    /** The HTML text, empty if there is none. */
    public String html() {
        return firstOf("text/html");
    }

    /**
     * Its calendar files, each once: the one that mail programs show beside the text, and the attached ones. The
     * former is usually attached too, as some programs look only there.
     */
    public List<CalendarPart> calendars() {
        return Stream.of("text/calendar", "application/ics")
                .flatMap(type -> bodiesOf(type).stream())
                .distinct()
                .map(CalendarPart::parse)
                .toList();
    }

    /**
     * The {@code method} that the content type of the calendar beside the text announces, which must equal the one
     * inside it (RFC 6047, section 2.4); empty if there are only attached ones.
     */
    public Optional<String> announcedMethod() {
        return partsOf("text/calendar").stream()
                .findFirst()
                .flatMap(part -> CalendarPart.methodOf(asked(part::getContentType)));
    }

    private List<String> headers(String name) {
        String[] values = asked(() -> message.getHeader(name));
        return values == null
                ? List.of()
                : Arrays.stream(values).map(ReceivedMail::decoded).toList();
    }

    private static String decoded(String value) {
        return asked(() -> MimeUtility.decodeText(MimeUtility.unfold(value)));
    }

    private String firstOf(String type) {
        return bodiesOf(type).stream().findFirst().orElse("");
    }

    private List<String> bodiesOf(String type) {
        return partsOf(type).stream().map(ReceivedMail::body).toList();
    }

    private List<Part> partsOf(String type) {
        List<Part> found = new ArrayList<>();
        collect(message, type, found);
        return found;
    }

    private static void collect(Part part, String type, List<Part> found) {
        if (asked(() -> part.isMimeType(type))) {
            found.add(part);
        } else if (asked(() -> part.isMimeType("multipart/*"))) {
            Multipart parts = (Multipart) asked(part::getContent);
            int count = asked(parts::getCount);
            for (int index = 0; index < count; index++) {
                int at = index;
                collect(asked(() -> parts.getBodyPart(at)), type, found);
            }
        }
    }

    private static String body(Part part) {
        return asked(() -> {
            try (InputStream content = part.getInputStream()) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    /** Mail parts are files already read into memory: asking them fails only when the mail is broken. */
    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException("broken mail: " + e.getMessage(), e));
        }
    }

    private interface Question<T> {
        T ask() throws MessagingException, IOException;
    }
}
