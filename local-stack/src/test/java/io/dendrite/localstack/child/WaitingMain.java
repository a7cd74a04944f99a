package io.dendrite.localstack.child;

import java.util.concurrent.CountDownLatch;

/** Does nothing, for ever. */
final class WaitingMain {

    private WaitingMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("ended in order")));
        System.out.println("waiting");
        new CountDownLatch(1).await();
    }
}
