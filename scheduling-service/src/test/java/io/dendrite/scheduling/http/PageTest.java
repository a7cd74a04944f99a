package io.dendrite.scheduling.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.scheduling.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final List<String> ALL = List.of("e", "a", "ü", "c", "b", "d");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 200})
    void pagesOfAnySizeTellEveryItemOnceInOrder(int limit) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<String> page = Page.cut(ALL, Function.identity(), PageRequest.of(limit, cursor));
            assertThat(page.items()).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
            seen.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen).containsExactly("a", "b", "c", "d", "e", "ü");
    }

    @Test
    void asksForFiftyUnlessTold() {
        assertThat(PageRequest.of(null, null)).isEqualTo(new PageRequest(50, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE})
    void refusesALimitOutOfRange(int limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "YQ", "MQ"})
    void refusesACursorThatNoAnswerCarried(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(null, cursor)).isInstanceOf(ProblemException.class);
    }
}
