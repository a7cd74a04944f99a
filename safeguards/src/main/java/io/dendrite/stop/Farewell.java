package io.dendrite.stop;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Knows whether this service is about to close its door, and when the last request came. Whoever stands before several instances
 * is told with each answer, and sends further requests elsewhere; once none has come for a moment, the door may be closed with
 * nobody in it.
 */
final class Farewell {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition visited = lock.newCondition();
    private boolean begun;
    private long visits;

    /** A request came. */
    void visit() {
        lock.lock();
        try {
            visits++;
            visited.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether further requests should go elsewhere. */
    boolean hasBegun() {
        lock.lock();
        try {
            return begun;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins, and returns when no request has come for a while.
     *
     * @param quiet for how long none has to have come
     * @param atMost returns after this time, whoever still comes
     */
    void sayAndAwaitQuiet(Duration quiet, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        lock.lockInterruptibly();
        try {
            begun = true;
            long seen;
            do {
                seen = visits;
                awaitAnother(seen, Math.min(quiet.toNanos(), end - System.nanoTime()));
            } while (seen != visits && System.nanoTime() < end);
        } finally {
            lock.unlock();
        }
    }

    /** The door is open again: a context may be started anew. */
    void takeBack() {
        lock.lock();
        try {
            begun = false;
        } finally {
            lock.unlock();
        }
    }

    private void awaitAnother(long seen, long nanos) throws InterruptedException {
        long left = nanos;
        while (visits == seen && left > 0) {
            left = visited.awaitNanos(left);
        }
    }
}
