package io.dendrite.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.localstack.client.Slot;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final LocalDate MONDAY = LocalDate.parse("2027-03-01");

    @Test
    void picksTheFirstStartAndTheFirstOnALaterDay() {
        Schedule schedule = new Schedule(List.of(at("2027-03-01", 8), at("2027-03-01", 9), at("2027-03-02", 8)));

        assertThat(schedule.first().start()).isEqualTo("2027-03-01T08:00-08:00");
        assertThat(schedule.onDayAfter(MONDAY).start()).isEqualTo("2027-03-02T08:00-08:00");
    }

    @Test
    void spacesACourseByDaysAndWeeks() {
        Schedule schedule = new Schedule(everyDay(20));

        List<OffsetDateTime> course = schedule.course(MONDAY, 4, 2, 2);

        assertThat(course)
                .extracting(start -> start.toLocalDate().toString())
                .containsExactly("2027-03-02", "2027-03-04", "2027-03-08", "2027-03-10");
    }

    @Test
    void saysHowMuchOfACourseFits() {
        Schedule schedule = new Schedule(everyDay(5));

        assertThatThrownBy(() -> schedule.course(MONDAY, 6, 2, 3)).hasMessageContaining("only 2 of 6 visits");
    }

    @Test
    void saysWhenNothingIsFree() {
        Schedule schedule = new Schedule(List.of());

        assertThatThrownBy(schedule::first).hasMessage("no start is free");
        assertThatThrownBy(() -> schedule.onDayAfter(MONDAY)).hasMessage("no start is free after 2027-03-01");
    }

    private static List<Slot> everyDay(int days) {
        return Stream.iterate(MONDAY, day -> day.plusDays(1))
                .limit(days)
                .map(day -> at(day.toString(), 8))
                .toList();
    }

    private static Slot at(String day, int hour) {
        OffsetDateTime start = OffsetDateTime.parse(day + "T0" + hour + ":00:00-08:00");
        return new Slot(start, start.plusHours(2));
    }
}
