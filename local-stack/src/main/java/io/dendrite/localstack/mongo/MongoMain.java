package io.dendrite.localstack.mongo;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The database as a process of its own, which can be killed and started again on the same data. */
public final class MongoMain {

    private MongoMain() {}

    /** Arguments: directory, port, and whether writes survive a power cut too. Says "serving" when it does. */
    public static void main(String[] arguments) throws InterruptedException {
        LocalMongo mongo = new LocalMongo(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Boolean.parseBoolean(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(mongo::stop, "stop"));
        mongo.start();
        System.out.println("serving");
        new CountDownLatch(1).await();
    }
}
