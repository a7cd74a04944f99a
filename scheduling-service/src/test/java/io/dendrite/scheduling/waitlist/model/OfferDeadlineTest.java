package io.dendrite.scheduling.waitlist.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when an offer stands, by how soon the place is. It is Monday, ten in the morning, unless said. */
class OfferDeadlineTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    @ParameterizedTest(name = "at {0} for {1}: until {2}")
    @CsvSource({
        // more than a week ahead: a day
        "2027-03-01T10:00, 2027-03-09T10:15, 2027-03-02T10:00",
        // up to a week: four hours
        "2027-03-01T10:00, 2027-03-08T10:00, 2027-03-01T14:00",
        // up to two days: two hours
        "2027-03-01T10:00, 2027-03-03T10:00, 2027-03-01T12:00",
        // up to a day: half an hour
        "2027-03-01T10:00, 2027-03-02T10:00, 2027-03-01T10:30",
        "2027-03-01T10:00, 2027-03-01T16:30, 2027-03-01T10:30",
        // nobody has to answer at night
        "2027-03-01T17:00, 2027-03-05T10:00, 2027-03-02T09:00",
        "2027-03-01T03:00, 2027-03-05T10:00, 2027-03-01T09:00",
        // unless the next in line could not come then
        "2027-03-01T21:00, 2027-03-02T09:00, 2027-03-01T21:30",
        // across the change of clocks
        "2027-03-13T10:00, 2027-03-22T10:00, 2027-03-14T11:00"
    })
    void theSoonerThePlaceTheShorter(String now, String start, String deadline) {
        assertThat(OfferDeadline.of(at(now), at(start), SIX_HOURS, ZONE)).contains(at(deadline));
    }

    @Test
    void leavesTimeToAnswerAndToFast() {
        Instant now = at("2027-03-01T10:00");

        assertThat(OfferDeadline.of(now, at("2027-03-01T16:29"), SIX_HOURS, ZONE))
                .isEmpty();
        assertThat(OfferDeadline.of(now, at("2027-03-01T16:30"), SIX_HOURS, ZONE))
                .isPresent();
        assertThat(OfferDeadline.notice(6)).isEqualTo(SIX_HOURS);
        assertThat(OfferDeadline.notice(0)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void neverOutlastsTheMomentAtWhichThePatientMustKnow() {
        Instant now = at("2027-03-01T10:00");
        for (int quarters = 0; quarters < 4 * 24 * 12; quarters++) {
            Instant start = now.plus(Duration.ofMinutes(15L * quarters));
            OfferDeadline.of(now, start, SIX_HOURS, ZONE)
                    .ifPresent(deadline ->
                            assertThat(deadline).isBetween(now.plus(OfferDeadline.SHORTEST), start.minus(SIX_HOURS)));
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
