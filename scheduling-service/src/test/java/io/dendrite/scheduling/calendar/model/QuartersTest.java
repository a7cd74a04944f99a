package io.dendrite.scheduling.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuartersTest {

    private static final Quarters FOUR = Quarters.starting(100, 4);

    @Test
    void refusesToBeEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarters(7, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarters(8, 7));
    }

    @Test
    void coversAllTimeBetweenInstantsOffTheGrid() {
        Quarters covering =
                Quarters.covering(Instant.parse("1970-01-01T00:20:00Z"), Instant.parse("1970-01-01T00:46:00Z"));

        assertThat(covering).isEqualTo(new Quarters(1, 4));
        assertThat(covering.start()).isEqualTo("1970-01-01T00:15:00Z");
        assertThat(covering.end()).isEqualTo("1970-01-01T01:00:00Z");
    }

    @Test
    void endsBeforeTheNextBegins() {
        assertThat(FOUR.overlaps(Quarters.starting(104, 1))).isFalse();
        assertThat(FOUR.overlaps(Quarters.starting(99, 1))).isFalse();
        assertThat(FOUR.overlaps(Quarters.starting(103, 9))).isTrue();
        assertThat(FOUR.overlaps(Quarters.starting(90, 11))).isTrue();
    }

    @Test
    void coversOnlyWhatLiesWithin() {
        assertThat(FOUR.covers(FOUR)).isTrue();
        assertThat(FOUR.covers(Quarters.starting(101, 2))).isTrue();
        assertThat(FOUR.covers(Quarters.starting(101, 4))).isFalse();
        assertThat(FOUR.covers(Quarters.starting(99, 2))).isFalse();
    }

    @Test
    void spansTheGapInAHull() {
        assertThat(FOUR.hull(Quarters.starting(110, 1))).isEqualTo(new Quarters(100, 111));
        assertThat(FOUR.hull(Quarters.starting(90, 1))).isEqualTo(new Quarters(90, 104));
    }

    @Test
    void listsEachQuarterOnce() {
        assertThat(FOUR.each()).containsExactly(100L, 101L, 102L, 103L);
        assertThat(FOUR.count()).isEqualTo(4);
    }
}
