package io.dendrite.scheduling.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dendrite.scheduling.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

    @Test
    void aTagIsAStrongOne() {
        assertThat(ETags.of(3)).isEqualTo("\"3\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "*", " * ", "\"1\", \"3\"", "\"1\",\"3\",\"4\"", " \"3\" ", "W/\"3\", \"3\""})
    void letsTheCurrentVersionPass(String ifMatch) {
        assertThatCode(() -> ETags.requireMatch(ifMatch, 3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"3\"", "\"03\"", "\"\"", "\"1\", \"2\"", "\"abc\""})
    void refusesAnotherVersionAndAWeakTag(String ifMatch) {
        assertThat(statusOf(ifMatch)).isEqualTo(412);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void demandsTheHeader(String ifMatch) {
        assertThat(statusOf(ifMatch)).isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "3\"", "\"3\" \"4\"", "\"3\", x", "'3'", "\"3\"x"})
    void refusesWhatIsNoTag(String ifMatch) {
        assertThat(statusOf(ifMatch)).isEqualTo(400);
    }

    private static int statusOf(String ifMatch) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> ETags.requireMatch(ifMatch, 3));
        return problem.type().status();
    }
}
