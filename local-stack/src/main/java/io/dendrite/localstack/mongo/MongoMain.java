package io.dendrite.localstack.mongo;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A server to be killed. */
final class MongoServerMain {

    private MongoServerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        new LocalMongo(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Boolean.parseBoolean(arguments[2]))
                .start();
        System.out.println("serving");
        new CountDownLatch(1).await();
    }
}
