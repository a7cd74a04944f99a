package io.dendrite.scheduling.course.model;

import static io.dendrite.scheduling.course.model.Days.MONDAY;
import static io.dendrite.scheduling.course.model.Days.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoursePlannerTest {

    private static final int WINDOW = 90;

    @ParameterizedTest
    @CsvSource({
        // sessions, min, max, per week, days on which sessions are proposed where every day is open
        "6, 2, 5, 2, 0 2 7 9 14 16",
        "6, 2, 4, 3, 0 2 4 7 9 11",
        "10, 1, 1, 7, 0 1 2 3 4 5 6 7 8 9",
        "8, 2, 5, 2, 0 2 7 9 14 16 21 23",
        "4, 7, 7, 1, 0 7 14 21",
        "3, 1, 10, 1, 0 7 14",
        "5, 1, 7, 3, 0 1 2 7 8",
        "1, 1, 1, 1, 0",
    })
    void endsAsSoonAsTheProtocolLets(int sessions, int min, int max, int perWeek, String days) {
        CoursePlan plan = planner(new Protocol(sessions, min, max, perWeek))
                .plan(Days.each(WINDOW, date -> true, "09:00"), CourseWishes.NONE);

        assertThat(plan.complete()).isTrue();
        assertThat(plan.unsatisfied()).isEmpty();
        assertThat(offsets(plan)).isEqualTo(days);
    }

    @Test
    void beginsAfterAClosureThatNoCourseCanCross() {
        Days closedFor20Days = Days.each(WINDOW, date -> date.isBefore(day(5)) || !date.isBefore(day(25)), "09:00");

        CoursePlan plan = planner(new Protocol(6, 2, 5, 2)).plan(closedFor20Days, CourseWishes.NONE);

        assertThat(plan.complete()).isTrue();
        assertThat(offsets(plan)).startsWith("25 ");
    }

    @Test
    void stepsBackWhereTheFirstDaysLeadNowhere() {
        // From day 0 or 2 there is no way over the days 3 to 5, which are closed.
        Days diary = Days.each(12, date -> !Set.of(day(3), day(4), day(5)).contains(date), "09:00");

        CoursePlan plan = planner(new Protocol(3, 2, 3, 7)).plan(diary, CourseWishes.NONE);

        assertThat(offsets(plan)).isEqualTo("6 8 10");
    }

    @Test
    void keepsTheTimeOfDayWhereDaysDiffer() {
        Days diary = Days.each(WINDOW, date -> true, "08:00", "13:00")
                .but(2, "11:00", "13:00")
                .but(7, "13:00", "15:00");

        CoursePlan plan = planner(new Protocol(4, 2, 5, 2)).plan(diary, CourseWishes.NONE);

        assertThat(plan.starts()).extracting(PossibleStart::time).containsOnly(LocalTime.of(13, 0));
        assertThat(offsets(plan)).isEqualTo("0 2 7 9");
    }

    @Test
    void takesTheNearestTimeOnADayThatLacksTheUsualOne() {
        Days diary = Days.each(WINDOW, date -> true, "09:00").but(2, "08:00", "10:30", "16:00");

        CoursePlan plan = planner(new Protocol(3, 2, 2, 7)).plan(diary, CourseWishes.NONE);

        assertThat(plan.starts())
                .extracting(PossibleStart::time)
                .containsExactly(LocalTime.of(9, 0), LocalTime.of(8, 0), LocalTime.of(9, 0));
    }

    @Test
    void keepsWishesRatherThanEndingEarlier() {
        CoursePlan plan = planner(new Protocol(6, 2, 5, 2))
                .plan(
                        Days.each(WINDOW, date -> true, "08:00", "09:00", "14:00"),
                        wishes("14:00", "15:00", false, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY));

        assertThat(plan.complete()).isTrue();
        assertThat(plan.unsatisfied()).isEmpty();
        assertThat(offsets(plan)).isEqualTo("1 4 8 11 15 18");
        assertThat(plan.starts()).extracting(PossibleStart::time).containsOnly(LocalTime.of(14, 0));
    }

    @Test
    void relaxesWishesLastAndSaysWhere() {
        // Daily sessions cannot all be on weekdays.
        CoursePlan plan = planner(new Protocol(7, 1, 1, 7))
                .plan(
                        Days.each(WINDOW, date -> true, "09:00"),
                        wishes(
                                "00:00",
                                "00:00",
                                false,
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY));

        assertThat(plan.complete()).isTrue();
        assertThat(plan.unsatisfied()).hasSize(2);
        assertThat(plan.unsatisfied().get(0))
                .isEqualTo(new CoursePlan.Unsatisfied(
                        6, "2027-03-13 is a Saturday: no course that keeps the protocol has only the wished weekdays"));
    }

    @Test
    void namesHoursThatCannotBeKept() {
        Days diary = Days.each(WINDOW, date -> true, "09:00", "14:00").but(1, "09:00");

        CoursePlan plan = planner(new Protocol(WINDOW / 2, 1, 1, 7)).plan(diary, wishes("14:00", "00:00", false));
        CoursePlan all = planner(new Protocol(60, 1, 1, 7), 60).plan(diary, wishes("14:00", "00:00", false));

        assertThat(plan.unsatisfied()).as("it can begin after that day").isEmpty();
        assertThat(all.unsatisfied())
                .containsExactly(new CoursePlan.Unsatisfied(
                        2, "2027-03-09 at 09:00 is outside the wished hours, in which nothing fits that day"));
    }

    @Test
    void wouldRatherHaveNoSessionThanOneAgainstFirmWishes() {
        CoursePlan plan = planner(new Protocol(6, 1, 1, 7))
                .plan(
                        Days.each(WINDOW, date -> true, "09:00"),
                        wishes(
                                "08:00",
                                "12:00",
                                true,
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY));

        assertThat(plan.complete()).isFalse();
        assertThat(offsets(plan)).isEqualTo("0 1 2 3");
        assertThat(plan.unsatisfied())
                .containsExactly(new CoursePlan.Unsatisfied(
                        5,
                        "only 4 of 6 sessions: no start between 2027-03-12 and 2027-03-12 fits the wished weekdays and"
                                + " hours"));
    }

    @Test
    void saysThatNothingIsFree() {
        CoursePlan gap = planner(new Protocol(3, 2, 3, 7))
                .plan(Days.each(6, date -> date.isBefore(day(3)), "09:00"), CourseWishes.NONE);
        CoursePlan nothing = planner(new Protocol(3, 2, 3, 7)).plan(new Days(), CourseWishes.NONE);

        assertThat(offsets(gap)).isEqualTo("0 2");
        assertThat(gap.unsatisfied())
                .containsExactly(new CoursePlan.Unsatisfied(
                        3, "only 2 of 3 sessions: no start between 2027-03-12 and 2027-03-13 is free"));
        assertThat(nothing.starts()).isEmpty();
        assertThat(nothing.unsatisfied())
                .containsExactly(new CoursePlan.Unsatisfied(
                        1, "only 0 of 3 sessions: no start between 2027-03-08 and 2027-06-05 is free"));
    }

    @Test
    void saysThatTheWindowIsTooShortOrTheWeekFull() {
        CoursePlan tooShort = planner(new Protocol(9, 7, 14, 1), 30)
                .plan(Days.each(WINDOW, date -> true, "09:00"), CourseWishes.NONE);
        CoursePlan full =
                planner(new Protocol(3, 2, 3, 2)).plan(Days.each(WINDOW, date -> true, "09:00"), CourseWishes.NONE);

        assertThat(tooShort.starts()).hasSize(5);
        assertThat(tooShort.unsatisfied().get(0).message())
                .isEqualTo("only 5 of 9 sessions: plans reach no further than 2027-04-06");
        assertThat(full.unsatisfied().get(0).message())
                .startsWith("only 2 of 3 sessions: a start between ")
                .endsWith("would make more than 2 within seven days");
    }

    private static CoursePlanner planner(Protocol protocol) {
        return planner(protocol, WINDOW);
    }

    private static CoursePlanner planner(Protocol protocol, int days) {
        return new CoursePlanner(protocol, MONDAY, day(days - 1));
    }

    private static CourseWishes wishes(String from, String to, boolean firm, DayOfWeek... weekdays) {
        return new CourseWishes(Set.of(weekdays), LocalTime.parse(from), LocalTime.parse(to), firm);
    }

    private static String offsets(CoursePlan plan) {
        List<String> offsets = plan.starts().stream()
                .map(start -> Long.toString(start.date().toEpochDay() - MONDAY.toEpochDay()))
                .toList();
        return String.join(" ", offsets);
    }
}
