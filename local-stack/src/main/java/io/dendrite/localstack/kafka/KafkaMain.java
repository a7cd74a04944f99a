package io.dendrite.localstack.kafka;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Kafka as a process of its own, which can be killed and started again on the same data. */
public final class KafkaMain {

    private KafkaMain() {}

    /** Arguments: directory and port. Says "serving" when it does. */
    public static void main(String[] arguments) throws InterruptedException {
        LocalKafka kafka = new LocalKafka(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::stop, "stop"));
        kafka.start();
        System.out.println("serving");
        new CountDownLatch(1).await();
    }
}
