package io.dendrite.scheduling.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.scheduling.calendar.model.StartFilter;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartFiltersTest {

    @Test
    void readsDaysAndTimes() {
        assertThat(StartFilters.parse(null, null)).isEqualTo(StartFilter.ANY);
        assertThat(StartFilters.parse("FRIDAY,MONDAY", "08:30-12:00"))
                .isEqualTo(new StartFilter(
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 30), LocalTime.NOON));
        assertThat(StartFilters.parse(null, "18:00-00:00"))
                .isEqualTo(new StartFilter(Set.of(), LocalTime.of(18, 0), LocalTime.MIDNIGHT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MONDAY,", "monday", "MONDAY TUESDAY", "FUNDAY", "MONDAY,,FRIDAY", " MONDAY"})
    void refusesDaysThatAreNone(String text) {
        assertThatThrownBy(() -> StartFilters.parse(text, null)).satisfies(refused -> names(refused, "weekdays"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "08:00", "8:00-12:00", "08:00-25:00", "12:00-08:00", "08:00-08:00", "08:00-12:00-18:00"})
    void refusesTimesThatAreNone(String text) {
        assertThatThrownBy(() -> StartFilters.parse(null, text)).satisfies(refused -> names(refused, "timeOfDay"));
    }

    private static void names(Throwable refused, String field) {
        assertThat(((ProblemException) refused).errors())
                .extracting(FieldError::field)
                .containsExactly(field);
    }
}
