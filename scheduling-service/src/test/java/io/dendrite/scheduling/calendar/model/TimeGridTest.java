package io.dendrite.scheduling.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeGridTest {

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-08T09:00:00Z", "2027-03-08T09:15:00Z", "1969-12-31T23:45:00Z"})
    void containsWhatStartsAQuarter(String time) {
        assertThat(TimeGrid.contains(Instant.parse(time))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-03-08T09:05:00Z",
                "2027-03-08T09:00:01Z",
                "2027-03-08T09:00:00.001Z",
                "2027-03-08T09:00:00.000000001Z",
                "1969-12-31T23:59:00Z"
            })
    void doesNotContainWhatLiesWithinAQuarter(String time) {
        assertThat(TimeGrid.contains(Instant.parse(time))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0, 0",
        "1970-01-01T00:14:59.999Z, 0, 1",
        "1970-01-01T00:15:00Z, 1, 1",
        "1969-12-31T23:59:59Z, -1, 0",
        "1969-12-31T23:45:00Z, -1, -1"
    })
    void findsTheQuarterOfAnInstantAndTheNextToStart(String time, long of, long from) {
        assertThat(TimeGrid.quarterOf(Instant.parse(time))).isEqualTo(of);
        assertThat(TimeGrid.quarterFrom(Instant.parse(time))).isEqualTo(from);
    }

    @Test
    void startsAQuarterWhereItWasCounted() {
        Instant nine = Instant.parse("2027-03-08T09:00:00Z");

        assertThat(TimeGrid.startOf(TimeGrid.quarterOf(nine))).isEqualTo(nine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Kathmandu", "Pacific/Chatham", "Asia/Kolkata", "America/St_Johns"})
    void holdsFullHoursOfZonesWithOddOffsets(String zone) {
        assertThat(TimeGrid.contains(ZonedDateTime.of(2027, 3, 8, 9, 0, 0, 0, ZoneId.of(zone))
                        .toInstant()))
                .isTrue();
    }

    @Test
    void countsQuartersOfALength() {
        assertThat(TimeGrid.quarters(45)).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeGrid.quarters(40))
                .withMessageContaining("40 minutes");
    }
}
