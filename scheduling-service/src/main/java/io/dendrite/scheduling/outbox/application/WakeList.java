package io.dendrite.scheduling.outbox.application;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The patients who have events to publish, each once however often it is named; who comes first is served first. */
final class WakeList {

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Set<String> patients = new LinkedHashSet<>();
    private boolean closed;

    /** A list that keeps at most so many; the sweep finds whom it leaves out. */
    WakeList(int capacity) {
        this.capacity = capacity;
    }

    void add(Collection<String> patientIds) {
        lock.lock();
        try {
            for (String patientId : patientIds) {
                if (patients.size() < capacity) {
                    patients.add(patientId);
                }
            }
            added.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Lets whoever takes wait for somebody, as at first. */
    void open() {
        setClosed(false);
    }

    /** Lets nobody wait any more: what is on the list can still be taken. */
    void close() {
        setClosed(true);
    }

    private void setClosed(boolean now) {
        lock.lock();
        try {
            closed = now;
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes some off the list; waits a while for the first, and answers with none if there is none by then. */
    Set<String> take(int most, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            while (patients.isEmpty() && !closed && nanos > 0) {
                nanos = added.awaitNanos(nanos);
            }
            Set<String> taken = new HashSet<>();
            Iterator<String> rest = patients.iterator();
            while (rest.hasNext() && taken.size() < most) {
                taken.add(rest.next());
                rest.remove();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
