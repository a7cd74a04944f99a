package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.StartFilter;
import io.dendrite.scheduling.problem.ProblemException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which starts a request wants. */
public final class StartFilters {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private StartFilters() {}

    /**
     * The filter of two parameters of these names.
     *
     * @param weekdays such as {@code MONDAY,TUESDAY}; null for any day
     * @param timeOfDay such as {@code 08:00-12:00}, the end exclusive; null for any time
     * @throws ProblemException 400 naming the one that is wrong
     */
    public static StartFilter parse(@Nullable String weekdays, @Nullable String timeOfDay) {
        Set<DayOfWeek> days = weekdays == null ? Set.of() : days(weekdays);
        if (timeOfDay == null) {
            return new StartFilter(days, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        }
        String[] ends = timeOfDay.split("-", -1);
        if (ends.length != 2) {
            throw badTime();
        }
        LocalTime from = time(ends[0]);
        LocalTime to = time(ends[1]);
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw ProblemException.invalid("timeOfDay", "must end later than it begins; 00:00 is the end of the day");
        }
        return new StartFilter(days, from, to);
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        List<String> names = Arrays.stream(DayOfWeek.values()).map(Enum::name).toList();
        for (String name : text.split(",", -1)) {
            if (!names.contains(name)) {
                throw ProblemException.invalid(
                        "weekdays", "must be days of the week in capitals with commas between, such as MONDAY,TUESDAY");
            }
            days.add(DayOfWeek.valueOf(name));
        }
        return days;
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeException e) {
            throw badTime();
        }
    }

    private static ProblemException badTime() {
        return ProblemException.invalid(
                "timeOfDay", "must be two times of day with a hyphen between, such as 08:00-12:00");
    }
}
