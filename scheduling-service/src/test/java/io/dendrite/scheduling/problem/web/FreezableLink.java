package io.dendrite.scheduling.problem.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Passes bytes on to a port, or keeps them: then the other side seems to hang, though connections stay open. */
final class FreezableLink implements AutoCloseable {

    private final int target;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private final ReentrantReadWriteLock frozen = new ReentrantReadWriteLock();

    FreezableLink(int target) {
        this.target = target;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.add(door);
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Nothing passes until {@link #thaw()}, called by the same thread. */
    void freeze() {
        frozen.writeLock().lock();
    }

    void thaw() {
        frozen.writeLock().unlock();
    }

    boolean isFrozen() {
        return frozen.isWriteLocked();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                threads.execute(() -> pass(near, far));
                threads.execute(() -> pass(far, near));
            }
        } catch (IOException e) {
            // Closed: the link is no longer needed.
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8_192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                frozen.readLock().lock();
                try {
                    out.write(buffer, 0, count);
                } finally {
                    frozen.readLock().unlock();
                }
            }
        } catch (IOException e) {
            // One side has hung up; closing tells the other.
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable one : open) {
            one.close();
        }
        threads.shutdownNow();
    }
}
