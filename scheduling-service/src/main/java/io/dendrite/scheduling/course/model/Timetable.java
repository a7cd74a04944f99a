package io.dendrite.scheduling.course.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A diary seen with a patient's wishes, each day asked for once: of each day the starts that fit best. */
final class Timetable {

    private final Diary diary;
    private final CourseWishes wishes;
    private final Map<LocalDate, List<PossibleStart>> all = new HashMap<>();
    private final Map<LocalDate, List<PossibleStart>> fitting = new HashMap<>();

    Timetable(Diary diary, CourseWishes wishes) {
        this.diary = diary;
        this.wishes = wishes;
    }

    /** Every start of a day. */
    List<PossibleStart> all(LocalDate date) {
        return all.computeIfAbsent(date, diary::on);
    }

    /** The starts of a day that leave the fewest wishes open; none when the wishes are firm and one is left open. */
    List<PossibleStart> fitting(LocalDate date) {
        List<PossibleStart> known = fitting.get(date);
        if (known == null) {
            int unmet = fewestUnmet(date);
            known = wishes.firm() && unmet > 0
                    ? List.of()
                    : all(date).stream()
                            .filter(start -> wishes.unmet(date, start) == unmet)
                            .toList();
            fitting.put(date, known);
        }
        return known;
    }

    /** How many wishes the best start of a day leaves open; {@link DateSearch#NOT_POSSIBLE} when there is none. */
    int unmet(LocalDate date) {
        return fitting(date).isEmpty() ? DateSearch.NOT_POSSIBLE : fewestUnmet(date);
    }

    boolean hasAt(LocalDate date, LocalTime time) {
        return fitting(date).stream().anyMatch(start -> start.time().equals(time));
    }

    /** The times of day at which sessions fit on the most of some days, first the most frequent, then the earliest. */
    List<LocalTime> usualTimes(LocalDate first, LocalDate last, int most) {
        Map<LocalTime, Long> days = first.datesUntil(last.plusDays(1))
                .flatMap(date -> fitting(date).stream().map(PossibleStart::time).distinct())
                .collect(Collectors.groupingBy(time -> time, Collectors.counting()));
        return days.entrySet().stream()
                .sorted(Map.Entry.<LocalTime, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
    }

    /** On each date the start that fits best and is nearest to a time of day, none before the visit before has ended. */
    List<PossibleStart> nearest(List<LocalDate> dates, LocalTime time) {
        List<PossibleStart> starts = new ArrayList<>();
        Instant free = Instant.MIN;
        for (LocalDate date : dates) {
            PossibleStart start = nearest(date, time, free);
            if (start != null) {
                starts.add(start);
                free = start.end();
            }
        }
        return starts;
    }

    private @Nullable PossibleStart nearest(LocalDate date, LocalTime time, Instant free) {
        return fitting(date).stream()
                .filter(start -> !start.start().isBefore(free))
                .min(Comparator.<PossibleStart, Duration>comparing(
                                start -> Duration.between(start.time(), time).abs())
                        .thenComparing(PossibleStart::start))
                .orElse(null);
    }

    private int fewestUnmet(LocalDate date) {
        return all(date).stream()
                .mapToInt(start -> wishes.unmet(date, start))
                .min()
                .orElse(DateSearch.NOT_POSSIBLE);
    }
}
