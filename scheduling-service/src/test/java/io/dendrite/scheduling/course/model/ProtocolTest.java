package io.dendrite.scheduling.course.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.dendrite.scheduling.course.model.Protocol.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolTest {

    /** Six sessions, two to five days apart, at most two a week. */
    private static final Protocol TWICE_A_WEEK = new Protocol(6, 2, 5, 2);

    @Test
    void hasNothingToSayAboutACourseThatKeepsIt() {
        assertThat(TWICE_A_WEEK.deviations(days(0, 3, 7, 10, 14, 17))).isEmpty();
        assertThat(TWICE_A_WEEK.deviations(days(0))).isEmpty();
        assertThat(TWICE_A_WEEK.deviations(List.of())).isEmpty();
    }

    @Test
    void namesVisitsThatAreTooEarlyOrTooLate() {
        assertThat(TWICE_A_WEEK.deviations(days(0, 1, 7)))
                .extracting(Protocol.Deviation::index, Protocol.Deviation::message)
                .containsExactly(
                        tuple(1, "is 1 day after the visit before; the protocol wants at least 2 days"),
                        tuple(2, "is 6 days after the visit before; the protocol wants at most 5 days"));
    }

    @Test
    void countsAnySevenDaysAndNotWeeksOfTheCalendar() {
        assertThat(TWICE_A_WEEK.deviations(days(0, 2, 6))).singleElement().satisfies(third -> {
            assertThat(third.index()).isEqualTo(2);
            assertThat(third.message()).contains("3 visits within seven days").contains("at most 2");
        });
        assertThat(TWICE_A_WEEK.deviations(days(0, 2, 7))).isEmpty();
    }

    @Test
    void letsABoosterBeLateButNotEarly() {
        List<Visit> visits = new ArrayList<>(days(0, 3));
        visits.add(new Visit(day(33), true));
        assertThat(TWICE_A_WEEK.deviations(visits)).isEmpty();

        visits.set(2, new Visit(day(4), true));
        assertThat(TWICE_A_WEEK.deviations(visits))
                .extracting(Protocol.Deviation::index)
                .containsExactly(2, 2);
    }

    @Test
    void refusesNumbersThatNoCourseCanKeep() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Protocol(6, 3, 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Protocol(6, 0, 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> TWICE_A_WEEK.withSessions(0));
    }

    private static List<Visit> days(int... offsets) {
        List<Visit> visits = new ArrayList<>();
        for (int offset : offsets) {
            visits.add(new Visit(day(offset), false));
        }
        return visits;
    }

    private static LocalDate day(int offset) {
        return LocalDate.of(2027, 3, 8).plusDays(offset);
    }
}
