package io.dendrite.scheduling.outbox.application;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The patients who have events to publish, each once however often it is named. */
final class WakeList {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<String> patients = new LinkedHashSet<>();

    void add(Collection<String> patientIds) {
        lock.lock();
        try {
            patients.addAll(patientIds);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes some off the list; waits a while for the first, and answers with none if there is none by then. */
    Set<String> take(int most, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            while (patients.isEmpty() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            Set<String> taken = new HashSet<>();
            var rest = patients.iterator();
            while (rest.hasNext() && taken.size() < most) {
                taken.add(rest.next());
                rest.remove();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Waits out a pause, whatever is added meanwhile. */
    void pause(Duration length) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = TimeUnit.NANOSECONDS.convert(length);
            while (nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
