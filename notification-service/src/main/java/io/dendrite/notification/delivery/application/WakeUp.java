package io.dendrite.notification.delivery.application;

import io.dendrite.notification.ledger.application.NoticesRecorded;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Where idle senders wait: until something new is recorded, or for a while. */
@Component
class WakeUp implements NoticesRecorded {

    private final Lock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long bells;

    @Override
    public void noticesRecorded() {
        ring();
    }

    /** Wakes all who wait. */
    void ring() {
        lock.lock();
        try {
            bells++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often it has rung; taken before looking for work, so that no ring in between is missed. */
    long heard() {
        lock.lock();
        try {
            return bells;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when it has rung since {@code heard}, or after the time. */
    void await(long heard, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (bells == heard && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
