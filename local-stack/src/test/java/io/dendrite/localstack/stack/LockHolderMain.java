package io.dendrite.localstack.stack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Behaves towards its directory as a running stack does. */
final class LockHolderMain {

    private LockHolderMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        StackDirectory directory = new StackDirectory(Path.of(arguments[0]));
        directory.prepare();
        StackDirectory.Lock lock = directory.tryLock().orElseThrow();
        directory.write(new StackState(
                ProcessHandle.current().pid(),
                Instant.now(),
                true,
                "http://localhost:1",
                "http://localhost:2",
                "k",
                "m",
                "s",
                null,
                Map.of()));
        System.out.println("locked");
        new CountDownLatch(1).await();
        lock.close();
    }
}
