package io.dendrite.scheduling.waitlist.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whoever waits and whatever is free: places go to the most urgent and longest waiting who can come. */
class OfferRoundPropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    /** The day that becomes free in between. */
    private static final int MORE = 5;

    private static final ZoneId ZONE = ZoneId.of("UTC");

    /** Somebody who waits since a minute of that day, for a place on some of ten days. */
    record Waiting(Urgency urgency, int since, int from, int days) {

        WaitlistEntry entry(int number) {
            return WaitlistEntry.entered(
                    "e" + number,
                    "p" + number,
                    "iv-mood-2",
                    List.of("riverside"),
                    new WantedTimes(
                            FIRST.plusDays(from), FIRST.plusDays(from + days), Set.of(), LocalTime.MIN, LocalTime.MIN),
                    urgency,
                    null,
                    Instant.parse("2027-02-01T00:00:00Z").plusSeconds(60L * since));
        }
    }

    /** One place on each of some days, of which some are lost to others, and one more becomes free in between. */
    private static final class Days implements OfferRound.FreePlaces<Integer> {

        private final TreeSet<Integer> free;
        private final Set<Integer> lost;
        private final List<WaitlistEntry> entries;
        private final Map<WaitlistEntry, Integer> offered = new LinkedHashMap<>();
        private int looksUntilMore;

        Days(Set<Integer> free, Set<Integer> lost, List<WaitlistEntry> entries, int looksUntilMore) {
            this.free = new TreeSet<>(free);
            this.lost = lost;
            this.entries = entries;
            this.looksUntilMore = looksUntilMore;
        }

        @Override
        public Optional<Integer> earliestFor(WaitlistEntry entry) {
            if (looksUntilMore-- == 0) {
                free.add(MORE);
            }
            return free.stream().filter(day -> wants(entry, day)).findFirst();
        }

        @Override
        public boolean offer(WaitlistEntry entry, Integer day) {
            free.remove(day);
            // Of those ahead in line nobody could have had it.
            entries.stream()
                    .filter(ahead -> WaitlistEntry.SERVED_FIRST.compare(ahead, entry) < 0)
                    .filter(ahead -> !offered.containsKey(ahead))
                    .forEach(ahead -> assertThat(wants(ahead, day))
                            .as(ahead + " before " + entry)
                            .isFalse());
            if (lost.contains(day)) {
                return false;
            }
            offered.put(entry, day);
            return true;
        }
    }

    @Property(tries = 1000)
    void nobodyIsPassedOver(
            @ForAll("waiting") List<Waiting> people,
            @ForAll("someDays") Set<Integer> free,
            @ForAll("fewDays") Set<Integer> lost,
            @ForAll @IntRange(max = 20) int looksUntilMore) {
        List<WaitlistEntry> entries = new ArrayList<>();
        people.forEach(person -> entries.add(person.entry(entries.size())));
        Days days = new Days(free, lost, entries, looksUntilMore);

        int made = OfferRound.of(entries, days);

        assertThat(days.offered).hasSize(made);
        assertThat(days.offered.values().stream().filter(day -> day != MORE)).doesNotHaveDuplicates();
        days.offered.forEach((entry, day) -> assertThat(wants(entry, day)).isTrue());
        for (WaitlistEntry entry : entries) {
            if (!days.offered.containsKey(entry) && !wants(entry, MORE)) {
                assertThat(days.earliestFor(entry)).as("left over for " + entry).isEmpty();
            }
        }
    }

    @Provide
    Arbitrary<List<Waiting>> waiting() {
        return Combinators.combine(
                        Arbitraries.of(Urgency.values()),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 4))
                .as(Waiting::new)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Set<Integer>> someDays() {
        return Arbitraries.integers().between(0, 12).set().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Set<Integer>> fewDays() {
        return Arbitraries.integers().between(0, 12).set().ofMaxSize(3);
    }

    private static boolean wants(WaitlistEntry entry, int day) {
        Instant start = FIRST.plusDays(day).atTime(9, 0).atZone(ZONE).toInstant();
        return entry.wants("riverside", start, start.plusSeconds(3600), ZONE);
    }
}
