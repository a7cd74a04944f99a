package io.dendrite.scheduling.clinic.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeeklyHoursRulesTest {

    @Test
    void acceptsHoursInOrderOnTheGridUntilTheEndOfTheDay() {
        assertThat(violations("00:00-08:15", "08:15-12:00", "13:30-00:00")).isEmpty();
    }

    @Test
    void namesATimeOffTheGrid() {
        assertThat(violations("08:00-12:00", "13:05-14:00")).containsOnlyKeys("MONDAY[1].from");
        assertThat(violations("08:00-12:10")).containsOnlyKeys("MONDAY[0].to");
    }

    @Test
    void refusesAnEndThatIsNotAfterTheStart() {
        assertThat(violations("12:00-08:00")).containsOnlyKeys("MONDAY[0].to");
        assertThat(violations("12:00-12:00")).containsOnlyKeys("MONDAY[0].to");
    }

    @Test
    void refusesHoursThatOverlapOrAreOutOfOrder() {
        assertThat(violations("08:00-12:00", "11:45-14:00")).containsOnlyKeys("MONDAY[1].from");
        assertThat(violations("13:00-14:00", "08:00-12:00")).containsOnlyKeys("MONDAY[1].from");
        assertThat(violations("08:00-00:00", "09:00-10:00")).containsOnlyKeys("MONDAY[1].from");
    }

    private static Map<String, String> violations(String... stretches) {
        return WeeklyHoursRules.violations(new WeeklyHours(Map.of(
                DayOfWeek.MONDAY,
                Arrays.stream(stretches)
                        .map(text ->
                                new Hours(LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6))))
                        .toList())));
    }
}
