package io.dendrite.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP line to a real server that a test can cut and mend, so that the server is away without losing what it holds. */
public final class CuttableLine implements AutoCloseable {

    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket entrance;
    private final int port;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private boolean frozen;

    /** A line to a port of this machine, in working order. */
    public CuttableLine(int targetPort) {
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        entrance = listen(0);
        port = entrance.getLocalPort();
    }

    /** Where the line begins. */
    public int port() {
        return port;
    }

    /** How many connections there have been. */
    public int connections() {
        return connections.get();
    }

    /** How many connections were open at most at the same moment. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** Ends all connections; new ones are let through. */
    public void hangUp() {
        open.forEach(CuttableLine::close);
        open.clear();
    }

    /** Ends all connections and refuses new ones. */
    public void cut() {
        close(entrance);
        open.forEach(CuttableLine::close);
        open.clear();
    }

    /** Works again, at the same port. */
    public void mend() {
        entrance = listen(port);
    }

    /** Keeps all connections open but lets nothing through, as a server does that hangs. */
    public synchronized void freeze() {
        frozen = true;
    }

    /** Lets through again, also what was held back. */
    public synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    private synchronized void awaitThaw() throws InterruptedException {
        while (frozen) {
            wait();
        }
    }

    @Override
    public void close() {
        thaw();
        cut();
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            daemon(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket near = socket.accept();
                connections.incrementAndGet();
                Socket far = new Socket();
                open.add(near);
                open.add(far);
                // Each connection has two ends here.
                mostAtOnce.accumulateAndGet((open.size() + 1) / 2, Math::max);
                far.connect(target);
                daemon(() -> pump(near, far));
                daemon(() -> pump(far, near));
            } catch (IOException e) {
                // Cut while waiting, or the target is gone: the other end notices.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            byte[] buffer = new byte[8192];
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                awaitThaw();
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One end is gone, so the other goes too.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close(from);
        close(to);
        open.remove(from);
        open.remove(to);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
