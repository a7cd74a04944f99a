package io.dendrite.localstack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Mails as {@code .eml} files, named by arrival time and a hash of the recipient, so that sorting by name is
 * sorting by time. A file appears whole or not at all: other processes may read the folder at any time.
 */
public final class MailFolder {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Clock clock;

    /** A folder that is created with its first mail. */
    public MailFolder(Path directory) {
        this(directory, Clock.systemUTC());
    }

    MailFolder(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Where the files are. */
    public Path directory() {
        return directory;
    }

    /** All mails so far, oldest first. */
    public List<ReceivedMail> mails() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(ReceivedMail::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mails delivered to this address, oldest first. */
    public List<ReceivedMail> mailsTo(String recipient) {
        return mails().stream()
                .filter(mail -> mail.recipients().contains(recipient))
                .toList();
    }

    /**
     * Keeps a mail as it came, with the envelope on top as the headers a mail server adds on delivery.
     *
     * @throws IOException if it could not be stored; nothing of it remains then
     */
    synchronized Path store(String sender, List<String> recipients, byte[] message) throws IOException {
        Files.createDirectories(directory);
        Path whole = freeName(Instant.now(clock), recipients);
        Path part = Files.createTempFile(directory, "incoming-", ".part");
        try {
            Files.write(part, envelope(sender, recipients));
            Files.write(part, message, StandardOpenOption.APPEND);
            return Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Path freeName(Instant arrival, List<String> recipients) {
        String name = TIME.format(arrival) + "-" + hash(String.join(",", recipients));
        Path free = directory.resolve(name + ".eml");
        for (int again = 2; Files.exists(free); again++) {
            free = directory.resolve(name + "-" + again + ".eml");
        }
        return free;
    }

    private static byte[] envelope(String sender, List<String> recipients) {
        StringBuilder lines = new StringBuilder("Return-Path: <" + sender + ">\r\n");
        recipients.forEach(
                recipient -> lines.append("Delivered-To: ").append(recipient).append("\r\n"));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
