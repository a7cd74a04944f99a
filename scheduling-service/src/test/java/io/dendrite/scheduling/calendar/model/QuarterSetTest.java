package io.dendrite.scheduling.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuarterSetTest {

    private static final Quarters WINDOW = new Quarters(100, 200);

    @Test
    void containsAStretchOnlyWhenEveryQuarterIsIn() {
        QuarterSet set = QuarterSet.of(WINDOW, List.of(new Quarters(110, 120), new Quarters(121, 130)));

        assertThat(set.containsAll(new Quarters(110, 120))).isTrue();
        assertThat(set.containsAll(new Quarters(119, 122))).isFalse();
        assertThat(set.containsAny(new Quarters(119, 122))).isTrue();
        assertThat(set.containsAny(new Quarters(120, 121))).isFalse();
        assertThat(set.count()).isEqualTo(19);
    }

    @Test
    void joinsStretchesThatTouch() {
        QuarterSet set = QuarterSet.of(WINDOW, List.of(new Quarters(110, 120), new Quarters(120, 130)));

        assertThat(set.containsAll(new Quarters(110, 130))).isTrue();
    }

    @Test
    void leavesOutWhatLiesOutsideTheWindow() {
        QuarterSet set = QuarterSet.of(WINDOW, List.of(new Quarters(90, 110), new Quarters(300, 400)));

        assertThat(set.count()).isEqualTo(10);
        assertThat(set.containsAll(new Quarters(95, 105))).isFalse();
        assertThat(set.containsAny(new Quarters(300, 310))).isFalse();
        assertThat(set.containsAny(new Quarters(50, 60))).isFalse();
    }

    @Test
    void reachesToTheLastQuarterOfTheWindow() {
        QuarterSet set = QuarterSet.of(WINDOW, List.of(WINDOW));

        assertThat(set.containsAll(WINDOW)).isTrue();
        assertThat(set.containsAll(new Quarters(199, 201))).isFalse();
    }

    @Test
    void staysAsItIsWhenACopyGrows() {
        QuarterSet set = QuarterSet.empty(WINDOW);
        set.copy().add(new Quarters(110, 111));

        assertThat(set.count()).isZero();
    }
}
