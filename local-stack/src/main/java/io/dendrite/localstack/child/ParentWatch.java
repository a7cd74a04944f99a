package io.dendrite.localstack.child;

import java.io.IOException;
import java.io.InputStream;

/**
 * A Java agent that ends its JVM when the parent process is gone, however it went. The child's standard input is a
 * pipe whose other end only the parent holds: the operating system closes it with the parent, also on kill -9.
 * The class stands alone in its jar and uses nothing but the JDK, so a child's class path gains nothing else.
 */
public final class ParentWatch {

    /** The exit code of a child whose parent went away. */
    public static final int PARENT_GONE = 86;

    private ParentWatch() {}

    /** Called by the JVM before the child's own main method. */
    public static void premain(String arguments) {
        Thread watch = new Thread(ParentWatch::untilParentIsGone, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Halts without shutdown hooks: they would wait for servers that went with the parent. */
    private static void untilParentIsGone() {
        InputStream pipe = System.in;
        try {
            while (pipe.read() >= 0) {
                // The parent writes nothing; were it to, that would say that it lives.
            }
        } catch (IOException e) {
            // A broken pipe says the same as a closed one.
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }
}
