package io.dendrite.scheduling.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTimeTest {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final Instant NOW = Instant.parse("2027-03-01T17:00:00Z");

    private static Instant start(String text) {
        return TimeGrid.startOf(StartTime.quarter("start", text, PACIFIC, NOW));
    }

    private static FieldError refusal(String text) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> start(text));
        assertThat(problem).as(text).isNotNull();
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.errors()).hasSize(1);
        return problem.errors().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-08T09:00:00-08:00, 2027-03-08T17:00:00Z",
        "2027-03-08T17:00:00Z, 2027-03-08T17:00:00Z",
        "2027-03-08T18:00+01:00, 2027-03-08T17:00:00Z",
        "2027-03-08T09:00, 2027-03-08T17:00:00Z",
        "2027-03-15T09:00:00, 2027-03-15T16:00:00Z"
    })
    void readsAnOffsetOrTheSitesWallClock(String text, Instant expected) {
        assertThat(start(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-08T09:05:00-08:00", "2027-03-08T09:00:01", "2027-03-08T09:00:00.5Z"})
    void refusesWhatLiesOffTheGrid(String text) {
        assertThat(refusal(text).message()).contains("15-minute grid");
    }

    @Test
    void refusesThePastButNotThisMoment() {
        assertThat(refusal("2027-03-01T08:45:00-08:00").message()).contains("past");
        assertThat(start("2027-03-01T09:00:00-08:00")).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2027-02-30T09:00:00Z", "2027-13-01T09:00", "2027-03-08", "2027-03-08T25:00", "tomorrow", ""})
    void refusesWhatIsNoDateAndTime(String text) {
        FieldError error = refusal(text);

        assertThat(error.field()).isEqualTo("start");
        assertThat(error.message()).contains("existing date and time");
    }

    @Test
    void refusesATimeThatTheClocksSkip() {
        assertThat(refusal("2027-03-14T02:30").message()).contains("skip", "America/Los_Angeles");
    }

    @Test
    void refusesATimeThatHappensTwiceUnlessItHasAnOffset() {
        assertThat(refusal("2027-11-07T01:30").message()).contains("twice", "-07:00", "-08:00");
        assertThat(start("2027-11-07T01:30-08:00")).isEqualTo("2027-11-07T09:30:00Z");
        assertThat(start("2027-11-07T01:30-07:00")).isEqualTo("2027-11-07T08:30:00Z");
    }

    @Test
    void refusesWhatIsTooFarAway() {
        assertThat(refusal("2029-03-08T09:00:00-08:00").message()).contains("two years");
        assertThat(start("2029-02-26T09:00:00-08:00")).isEqualTo("2029-02-26T17:00:00Z");
    }

    /** Such an instant exists, but no database keeps it as a date. */
    @ParameterizedTest
    @ValueSource(strings = {"+999999998-01-01T00:00:00Z", "+10000-01-01T00:00:00", "-0001-01-01T00:00:00Z"})
    void refusesYearsThatNobodyMeans(String text) {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> StartTime.instant("end", text, PACIFIC));

        assertThat(problem).isNotNull();
        assertThat(problem.errors().get(0).field()).isEqualTo("end");
    }
}
