package io.dendrite.scheduling.course.model;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Diaries in few words: on which days, counted from a Monday, sessions of an hour can be had, and at what times. */
final class Days implements Diary {

    /** A Monday. */
    static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);

    private final Map<LocalDate, List<LocalTime>> times = new TreeMap<>();

    /** Each of some days at the same times. */
    static Days each(int days, Predicate<LocalDate> open, String... times) {
        Days diary = new Days();
        IntStream.range(0, days)
                .mapToObj(Days::day)
                .filter(open)
                .forEach(date -> diary.times.put(
                        date, Arrays.stream(times).map(LocalTime::parse).toList()));
        return diary;
    }

    /** The same with other times on a day; without times it has none. */
    Days but(int day, String... others) {
        times.put(day(day), Arrays.stream(others).map(LocalTime::parse).toList());
        return this;
    }

    static LocalDate day(int offset) {
        return MONDAY.plusDays(offset);
    }

    static PossibleStart start(LocalDate date, LocalTime time) {
        var start = date.atTime(time).toInstant(ZoneOffset.UTC);
        return PossibleStart.of(start, start.plus(Duration.ofHours(1)), ZoneOffset.UTC);
    }

    static PossibleStart start(int day, String time) {
        return start(day(day), LocalTime.parse(time));
    }

    @Override
    public List<PossibleStart> on(LocalDate date) {
        return times.getOrDefault(date, List.of()).stream()
                .map(time -> start(date, time))
                .toList();
    }
}
