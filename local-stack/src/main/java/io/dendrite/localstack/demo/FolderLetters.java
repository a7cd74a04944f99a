package io.dendrite.localstack.demo;

import io.dendrite.localstack.mail.CalendarPart;
import io.dendrite.localstack.mail.MailFolder;
import io.dendrite.localstack.mail.ReceivedMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The mails that the stack's own mail sink has kept. */
final class FolderLetters implements Letters {

    /** Longer than a mail takes even when the notification-service has only just started. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long LOOK_AGAIN_MILLIS = 250;

    private final MailFolder folder;
    private final String patient;
    private final LetterCheck check;
    private final Report report;
    private final Set<Path> read = new HashSet<>();

    /** {@code patient} is the address that the mails go to. */
    FolderLetters(MailFolder folder, String patient, LetterCheck check, Report report) {
        this.folder = folder;
        this.patient = patient;
        this.check = check;
        this.report = report;
    }

    @Override
    public void await(Expected expected) throws InterruptedException {
        ReceivedMail mail = next();
        show(mail);
        check.check(mail, expected);
    }

    /** Woken by the folder where the platform can, and looking now and then where it cannot. */
    private ReceivedMail next() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (WatchService watch = folder.directory().getFileSystem().newWatchService()) {
            Files.createDirectories(folder.directory());
            folder.directory().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (System.nanoTime() < end) {
                Optional<ReceivedMail> found = unread();
                if (found.isPresent()) {
                    return found.get();
                }
                WatchKey key = watch.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("no mail to " + patient + " arrived within " + PATIENCE.toSeconds() + " s");
    }

    private Optional<ReceivedMail> unread() {
        return folder.mailsTo(patient).stream()
                .filter(mail -> read.add(mail.file()))
                .findFirst();
    }

    private void show(ReceivedMail mail) {
        report.say("mail: " + mail.file().getFileName());
        for (String header : new String[] {"From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"}) {
            mail.header(header).ifPresent(value -> report.quote(header + ": " + value));
        }
        report.quote("\n" + mail.text().strip() + "\n");
        List<CalendarPart> calendars = mail.calendars();
        calendars.stream().limit(1).forEach(calendar -> report.quote("\n" + calendar.text()));
        calendars.stream()
                .skip(1)
                .flatMap(calendar -> calendar.events().stream())
                .forEach(event -> report.quote("and a calendar file for " + event.start() + ", UID " + event.uid()));
    }
}
