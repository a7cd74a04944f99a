package io.dendrite.scheduling.calendar.model;

import java.util.BitSet;
import java.util.Collection;

/** A set of quarters within a window of the grid. What lies outside the window is never in the set. */
public final class QuarterSet {

    private final Quarters window;
    private final BitSet bits;

    private QuarterSet(Quarters window, BitSet bits) {
        this.window = window;
        this.bits = bits;
    }

    /** A set with nothing in it. */
    public static QuarterSet empty(Quarters window) {
        return new QuarterSet(window, new BitSet(window.count()));
    }

    /** The part of some stretches that lies in the window. */
    public static QuarterSet of(Quarters window, Collection<Quarters> stretches) {
        QuarterSet set = empty(window);
        stretches.forEach(set::add);
        return set;
    }

    void add(Quarters stretch) {
        int from = index(stretch.from());
        int until = index(stretch.until());
        if (from < until) {
            bits.set(from, until);
        }
    }

    void add(long quarter) {
        if (window.from() <= quarter && quarter < window.until()) {
            bits.set((int) (quarter - window.from()));
        }
    }

    /** Whether every quarter of the stretch is in the set. */
    public boolean containsAll(Quarters stretch) {
        return window.covers(stretch) && bits.nextClearBit(index(stretch.from())) >= index(stretch.until());
    }

    /** Whether any quarter of the stretch is in the set. */
    public boolean containsAny(Quarters stretch) {
        int first = bits.nextSetBit(index(stretch.from()));
        return first >= 0 && first < index(stretch.until());
    }

    /** How many quarters are in the set. */
    public int count() {
        return bits.cardinality();
    }

    /** How many quarters of a stretch are in the set. */
    int countIn(Quarters stretch) {
        return bits.get(index(stretch.from()), index(stretch.until())).cardinality();
    }

    QuarterSet copy() {
        return new QuarterSet(window, (BitSet) bits.clone());
    }

    private int index(long quarter) {
        return Math.toIntExact(Math.max(0, Math.min(window.count(), quarter - window.from())));
    }
}
