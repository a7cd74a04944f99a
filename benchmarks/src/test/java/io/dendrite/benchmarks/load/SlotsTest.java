package io.dendrite.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final List<String> PATIENTS =
            IntStream.range(0, 50).mapToObj(number -> "p" + number).toList();

    private final Slots slots = new Slots(List.of("s1", "s2", "s3"), 4, PATIENTS, LocalDate.of(2028, 1, 3));

    @Test
    void fillsEachChairOfEachTimeOnceAndNobodyIsInTwoPlaces() {
        Map<String, Integer> chairs = new HashMap<>();
        Map<String, Integer> patients = new HashMap<>();
        for (int number = 0; number < 10 * slots.perDay(); number++) {
            chairs.merge(slots.site(number) + "@" + slots.start(number), 1, Integer::sum);
            patients.merge(slots.patient(number) + "@" + slots.start(number), 1, Integer::sum);
        }

        assertThat(chairs).hasSize(10 * 3 * Slots.TIMES.size());
        assertThat(chairs.values()).containsOnly(4);
        assertThat(patients.values()).containsOnly(1);
    }

    @Test
    void beginsOnItsFirstDayAndGoesOnToTheNext() {
        assertThat(slots.start(0)).isEqualTo("2028-01-03T06:00");
        assertThat(slots.start(slots.perDay() - 1)).isEqualTo("2028-01-03T18:00");
        assertThat(slots.start(slots.perDay())).isEqualTo("2028-01-04T06:00");
    }

    @Test
    void booksTheSamePlaceOnTheDaysThatFollow() {
        assertThat(slots.course(1, 2, "visit")).isEqualTo("""
                {"patientId":"p1","siteId":"s2","treatmentId":"visit","appointments":[\
                {"start":"2028-01-03T06:00"},{"start":"2028-01-04T06:00"}]}""");
    }

    @Test
    void refusesTooFewPatients() {
        assertThatThrownBy(() -> new Slots(List.of("s1"), 51, PATIENTS, LocalDate.of(2028, 1, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("50 patients cannot fill 51 chairs");
    }
}
