package io.dendrite.scheduling.course.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates that keep a protocol's spacing: as many of the wanted sessions as the window holds, then at the least
 * price, then the soonest last session, then the other sessions as early as can be.
 *
 * <p>The search is exact. A patient has at most one session a day, so whether a date can be had does not depend on the
 * other dates; all that the rules need to know of the past is the date of the last session and which of the six days
 * before it had one. Day by day, the search keeps the cheapest way to each such state.
 */
final class DateSearch {

    /** The price of a date on which no session can be had. */
    static final int NOT_POSSIBLE = -1;

    private static final int DAYS_REMEMBERED = Protocol.WEEK - 1;

    private final Protocol protocol;
    private final LocalDate first;
    private final LocalDate last;
    private final boolean weekCounts;
    private final boolean wholeOnly;

    /**
     * A search within a window.
     *
     * @param protocol the spacing, and how many sessions are wanted
     * @param first the first date that may be chosen
     * @param last the last one
     * @param held whether sessions were held before, whose spacing may be anything
     */
    DateSearch(Protocol protocol, LocalDate first, LocalDate last, boolean held) {
        this(
                protocol,
                first,
                last,
                protocol.maxPerWeek() < Protocol.WEEK
                        && (held || protocol.maxPerWeek() * protocol.minDaysBetween() < Protocol.WEEK),
                false);
    }

    private DateSearch(Protocol protocol, LocalDate first, LocalDate last, boolean weekCounts, boolean wholeOnly) {
        this.protocol = protocol;
        this.first = first;
        this.last = last;
        this.weekCounts = weekCounts;
        this.wholeOnly = wholeOnly;
    }

    /** The same search where it is known that all sessions can be had: what cannot lead there is not followed. */
    DateSearch forWholeCourses() {
        return new DateSearch(protocol, first, last, weekCounts, true);
    }

    /**
     * A way to a session.
     *
     * @param day its date, in days after the window's first; negative of one that was held before
     * @param count how many sessions were chosen so far
     * @param week which of the six days before had a session: bit 0 is the day before
     * @param price of all that were chosen
     * @param daysWaited the days of all that were chosen together: of equal ways, the one with earlier sessions is better
     * @param before the way to the session before; null when there is none
     */
    private record Way(
            int day,
            int count,
            int week,
            long price,
            int daysWaited,
            @Nullable Way before) {

        private static final Comparator<Way> CHEAPER =
                Comparator.comparingLong(Way::price).thenComparingInt(Way::daysWaited);
    }

    /**
     * Dates that were found.
     *
     * @param dates in order
     * @param price of all of them
     */
    record Found(List<LocalDate> dates, long price) {}

    /**
     * Searches.
     *
     * @param held the dates of sessions held before the window, in order; the first chosen date keeps its distance
     * @param tooLate whether the first chosen date may come later after the last one held than the protocol wants
     * @param lowest a price below which no complete course can be: when it is found, later dates are not asked for
     * @param price the price of a date, or {@link #NOT_POSSIBLE}; asked in order of date, and no further than needed
     */
    Found search(List<LocalDate> held, boolean tooLate, long lowest, ToIntFunction<LocalDate> price) {
        int days = Math.toIntExact(ChronoUnit.DAYS.between(first, last)) + 1;
        Way begin = held.isEmpty() ? null : held(held);
        List<Collection<Way>> waysByDay = new ArrayList<>();
        Best best = new Best(protocol.sessions(), lowest);
        for (int day = 0; day < days && !best.cannotBeBettered(); day++) {
            int here = price.applyAsInt(first.plusDays(day));
            Collection<Way> ways = here == NOT_POSSIBLE ? List.of() : ways(day, here, begin, tooLate, waysByDay);
            if (wholeOnly) {
                int most = (days - 1 - day) / protocol.minDaysBetween();
                ways = ways.stream()
                        .filter(way -> way.count() + most >= protocol.sessions())
                        .toList();
            }
            ways.forEach(best::offer);
            waysByDay.add(ways);
        }
        return found(best.way());
    }

    private Collection<Way> ways(
            int day, int price, @Nullable Way begin, boolean tooLate, List<Collection<Way>> waysByDay) {
        Map<Integer, Way> ways = new HashMap<>();
        if (begin == null) {
            keepCheaper(ways, new Way(day, 1, 0, price, day, null));
        } else {
            int gap = day - begin.day();
            if (gap >= protocol.minDaysBetween() && (tooLate || gap <= protocol.maxDaysBetween())) {
                onward(begin, day, price).ifPresent(way -> keepCheaper(ways, way));
            }
        }
        int earliest = Math.max(0, day - protocol.maxDaysBetween());
        for (int from = earliest; from <= day - protocol.minDaysBetween(); from++) {
            for (Way way : waysByDay.get(from)) {
                if (way.count() < protocol.sessions()) {
                    onward(way, day, price).ifPresent(next -> keepCheaper(ways, next));
                }
            }
        }
        return ways.values();
    }

    private Optional<Way> onward(Way way, int day, int price) {
        int week = 0;
        if (weekCounts) {
            week = weekAfter(way.week(), day - way.day());
            if (Integer.bitCount(week) + 1 > protocol.maxPerWeek()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Way(day, way.count() + 1, week, way.price() + price, way.daysWaited() + day, way));
    }

    private static void keepCheaper(Map<Integer, Way> ways, Way way) {
        int state = (way.count() << DAYS_REMEMBERED) | way.week();
        ways.merge(state, way, (old, other) -> Way.CHEAPER.compare(other, old) < 0 ? other : old);
    }

    /** The six days before a session that comes some days after one of which they are known. */
    private static int weekAfter(int week, int gap) {
        return gap > DAYS_REMEMBERED ? 0 : ((week << gap) | (1 << (gap - 1))) & ((1 << DAYS_REMEMBERED) - 1);
    }

    private Way held(List<LocalDate> dates) {
        LocalDate latest = dates.get(dates.size() - 1);
        int week = 0;
        for (LocalDate date : dates) {
            long before = ChronoUnit.DAYS.between(date, latest);
            if (before >= 1 && before <= DAYS_REMEMBERED) {
                week |= 1 << (before - 1);
            }
        }
        return new Way(Math.toIntExact(ChronoUnit.DAYS.between(first, latest)), 0, week, 0, 0, null);
    }

    private Found found(@Nullable Way end) {
        List<LocalDate> dates = new ArrayList<>();
        for (Way way = end; way != null && way.count() > 0; way = way.before()) {
            dates.add(first.plusDays(way.day()));
        }
        Collections.reverse(dates);
        return new Found(List.copyOf(dates), end == null ? 0 : end.price());
    }

    /** The best way so far. */
    private static final class Best {

        private static final Comparator<Way> BETTER = Comparator.comparingInt(Way::count)
                .reversed()
                .thenComparingLong(Way::price)
                .thenComparingInt(Way::day)
                .thenComparingInt(Way::daysWaited);

        private final int wanted;
        private final long lowest;
        private @Nullable Way way;

        Best(int wanted, long lowest) {
            this.wanted = wanted;
            this.lowest = lowest;
        }

        void offer(Way other) {
            Way old = way;
            if (old == null || BETTER.compare(other, old) < 0) {
                way = other;
            }
        }

        boolean cannotBeBettered() {
            Way found = way;
            return found != null && found.count() == wanted && found.price() <= lowest;
        }

        @Nullable
        Way way() {
            return way;
        }
    }
}
