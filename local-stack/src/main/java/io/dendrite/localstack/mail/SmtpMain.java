package io.dendrite.localstack.mail;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The mail sink as a process of its own, which can be killed and started again. */
public final class SmtpMain {

    private SmtpMain() {}

    /** Arguments: directory of the mails, and port. Says "serving" when it does. */
    public static void main(String[] arguments) throws InterruptedException {
        SmtpSink sink = new SmtpSink(new MailFolder(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(sink::stop, "stop"));
        sink.start();
        System.out.println("serving");
        new CountDownLatch(1).await();
    }
}
