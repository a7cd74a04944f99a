package io.dendrite.localstack.mongo;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets a write answer only when it is on disk, and many writes share one flush. Writes run together, but never
 * during a flush: a write touches several maps (a document, its indexes), and half of one must not reach the disk.
 */
final class GroupCommit {

    private final Runnable flush;
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final AtomicLong applied = new AtomicLong();
    private long flushed;

    /** {@code flush} brings everything applied so far to disk; it is never run twice at a time. */
    GroupCommit(Runnable flush) {
        this.flush = flush;
    }

    /** Runs the write and returns its answer once a flush has covered it, also when it throws half way. */
    <T> T write(Supplier<T> write) {
        long ticket = 0;
        gate.readLock().lock();
        try {
            return write.get();
        } finally {
            ticket = applied.incrementAndGet();
            gate.readLock().unlock();
            coverUpTo(ticket);
        }
    }

    /** Whoever comes first flushes for all who applied before; the others find their ticket covered. */
    private synchronized void coverUpTo(long ticket) {
        if (flushed >= ticket) {
            return;
        }
        gate.writeLock().lock();
        try {
            long covered = applied.get();
            flush.run();
            flushed = covered;
        } finally {
            gate.writeLock().unlock();
        }
    }
}
