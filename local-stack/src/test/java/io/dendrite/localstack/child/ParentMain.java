package io.dendrite.localstack.child;

import io.dendrite.localstack.TestJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts a child with the agent, tells its process id, and stays. */
final class ParentMain {

    private ParentMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        ChildJvm child = TestJvm.of(List.of("-javaagent:" + arguments[1]), WaitingMain.class, Path.of(arguments[0]));
        child.start();
        System.out.println("child " + child.pid());
        new CountDownLatch(1).await();
    }
}
