package io.dendrite.gateway.connection.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places(10, 3);

    @Test
    void leavesPlacesToOthers() {
        assertThat(IntStream.range(0, 5).filter(i -> places.take("greedy")).count())
                .isEqualTo(3);
        assertThat(places.take("modest")).isTrue();
        assertThat(places.taken()).as("what was refused holds no place").isEqualTo(4);
    }

    @Test
    void hasNoMoreThanItHas() {
        long taken =
                IntStream.range(0, 20).filter(i -> places.take("client " + i)).count();

        assertThat(taken).isEqualTo(10);
        assertThat(places.take(null)).isFalse();
    }

    @Test
    void doesNotCountOneThatSpeaksForMany() {
        assertThat(IntStream.range(0, 8).filter(i -> places.take(null)).count()).isEqualTo(8);
    }

    @Test
    void isAsBeforeWhenAllHaveGoneHoweverManyCameAndWentAtOnce() {
        IntStream.range(0, 100_000).parallel().forEach(i -> {
            String client = "client " + i % 7;
            if (places.take(client)) {
                places.free(client);
            }
        });

        assertThat(places.taken()).isZero();
        assertThat(places.clients()).isZero();
    }
}
