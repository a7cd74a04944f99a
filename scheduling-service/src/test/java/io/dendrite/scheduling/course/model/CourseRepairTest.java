package io.dendrite.scheduling.course.model;

import static io.dendrite.scheduling.course.model.Days.MONDAY;
import static io.dendrite.scheduling.course.model.Days.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseRepairTest {

    private static final Protocol TWICE_A_WEEK = new Protocol(6, 2, 5, 2);
    private static final Days FREE = Days.each(60, date -> true, "08:00", "09:00", "10:00");

    @Test
    void addsASessionInTheGapOfOneThatWasCancelledAhead() {
        // Booked on 0 3 7 10 14 17, of which day 10 is gone: without it 7 and 14 are seven days apart.
        CourseRepair.Proposal proposal = propose(6, List.of(), FREE, 0, 3, 7, 14, 17);

        assertThat(proposal.complete()).isTrue();
        assertThat(proposal.kept()).hasSize(5);
        assertThat(proposal.moves()).isEmpty();
        assertThat(proposal.additions()).containsExactly(Days.start(10, "09:00"));
        assertThat(proposal.unsatisfied()).isEmpty();
    }

    @Test
    void addsTheMissedSessionAtTheEndWhereTheRestCanStay() {
        // Held on the days -4 and -1; day 0 was missed; 3, 7 and 10 are ahead.
        CourseRepair.Proposal proposal = new CourseRepair(TWICE_A_WEEK.withSessions(4), day(1), day(60))
                .propose(List.of(day(-4), day(-1)), ahead(3, 7, 10), LocalTime.of(9, 0), FREE);

        assertThat(proposal.kept()).containsExactly("b.3", "b.7", "b.10");
        assertThat(proposal.moves()).isEmpty();
        assertThat(proposal.additions()).containsExactly(Days.start(14, "09:00"));
    }

    @Test
    void movesAsFewAsTheSpacingTakes() {
        // The next session must come by day 4 but is booked for day 6.
        CourseRepair.Proposal proposal = new CourseRepair(TWICE_A_WEEK.withSessions(3), MONDAY, day(60))
                .propose(List.of(day(-1)), ahead(6, 9, 13), LocalTime.of(9, 0), FREE);

        assertThat(proposal.complete()).isTrue();
        assertThat(proposal.kept()).hasSize(2);
        assertThat(proposal.moves()).singleElement().satisfies(move -> {
            assertThat(move.appointmentId()).isEqualTo("b.13");
            assertThat(move.to().date()).isBetween(day(1), day(4));
        });
    }

    @Test
    void saysWhenTheGapCanNoLongerBeHelped() {
        CourseRepair.Proposal proposal = new CourseRepair(TWICE_A_WEEK.withSessions(2), MONDAY, day(60))
                .propose(List.of(day(-20)), List.of(), LocalTime.of(9, 0), FREE);

        assertThat(proposal.complete()).isTrue();
        assertThat(proposal.additions()).containsExactly(Days.start(0, "09:00"), Days.start(2, "09:00"));
        assertThat(proposal.unsatisfied())
                .singleElement()
                .satisfies(unsatisfied -> assertThat(unsatisfied.message())
                        .isEqualTo("the first session comes later after that of 2027-02-16 than the protocol wants"));
    }

    @Test
    void leavesWhatItCannotMendAndSaysSo() {
        CourseRepair.Proposal proposal = propose(3, List.of(), new Days(), 0, 20);

        assertThat(proposal.complete()).isFalse();
        assertThat(proposal.kept()).containsExactlyInAnyOrder("b.0", "b.20");
        assertThat(proposal.moves()).isEmpty();
        assertThat(proposal.additions()).isEmpty();
        assertThat(proposal.unsatisfied().get(0).message()).startsWith("only 1 of 3 sessions: ");
    }

    @Test
    void takesApartTwoSessionsOfOneDay() {
        List<CourseRepair.Ahead> twice = List.of(
                new CourseRepair.Ahead("b.1", Days.start(0, "09:00")),
                new CourseRepair.Ahead("b.2", Days.start(0, "14:00")));

        CourseRepair.Proposal proposal = new CourseRepair(TWICE_A_WEEK.withSessions(2), MONDAY, day(60))
                .propose(List.of(), twice, LocalTime.of(9, 0), FREE);

        assertThat(proposal.kept()).containsExactly("b.1");
        assertThat(proposal.moves()).containsExactly(new CourseRepair.Move("b.2", Days.start(2, "09:00")));
    }

    private static CourseRepair.Proposal propose(int sessions, List<LocalDate> held, Days diary, int... ahead) {
        return new CourseRepair(TWICE_A_WEEK.withSessions(sessions), MONDAY, day(60))
                .propose(held, ahead(ahead), LocalTime.of(9, 0), diary);
    }

    private static List<CourseRepair.Ahead> ahead(int... days) {
        return IntStream.of(days)
                .mapToObj(day -> new CourseRepair.Ahead("b." + day, Days.start(day, "09:00")))
                .toList();
    }
}
