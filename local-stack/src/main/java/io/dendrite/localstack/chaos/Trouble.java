package io.dendrite.localstack.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Harms one part after the other until it is told to stop, and makes each good before the next. */
final class Trouble {

    private final List<Part> parts;
    private final SplittableRandom chance;
    private final CountDownLatch enough = new CountDownLatch(1);
    private final Map<String, Integer> counts = new TreeMap<>();

    Trouble(List<Part> parts, long seed) {
        this.parts = List.copyOf(parts);
        this.chance = new SplittableRandom(seed);
    }

    /** Returns when the time is up and everything is whole again. */
    void make(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Fault fault = Fault.next(chance, parts.size());
            Part part = parts.get(fault.part());
            counts.merge(fault.kind() + " " + part.name(), 1, Integer::sum);
            harm(part, fault);
            rest(fault.then());
        }
    }

    /** How often what was done to whom. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** How often anything was done to parts of this name. */
    int harmed(String name) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().contains(name))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private void harm(Part part, Fault fault) throws InterruptedException {
        switch (fault.kind()) {
            case KILL -> {
                part.process().kill();
                rest(fault.lasts());
            }
            case PAUSE -> {
                part.process().pause();
                try {
                    rest(fault.lasts());
                } finally {
                    part.process().resume();
                }
            }
            case RESTART -> part.stop();
        }
        part.start();
    }

    private void rest(Duration time) throws InterruptedException {
        enough.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
