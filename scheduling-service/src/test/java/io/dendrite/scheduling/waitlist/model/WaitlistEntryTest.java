package io.dendrite.scheduling.waitlist.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody who waits for Mondays and Thursdays in March, from nine to noon, is asked about. */
class WaitlistEntryTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Instant NOW = at("2027-03-01T08:00");
    private static final WaitlistEntry ENTRY = entry("e1", Urgency.SOON, NOW);

    @ParameterizedTest
    @CsvSource({
        "riverside, 2027-03-04T09:00, true",
        "riverside, 2027-03-04T11:45, true",
        "riverside, 2027-03-04T08:45, false",
        "riverside, 2027-03-04T12:00, false",
        "riverside, 2027-03-05T09:00, false",
        "riverside, 2027-04-01T09:00, false",
        "riverside, 2027-02-25T09:00, false",
        "harbor,    2027-03-04T09:00, false",
        "riverside, 2027-03-15T09:00, true"
    })
    void wantsWhatWasSaid(String site, String start, boolean wanted) {
        assertThat(ENTRY.wants(site, at(start), at(start).plusSeconds(7200), ZONE))
                .isEqualTo(wanted);
    }

    @Test
    void isNotAskedAgainAboutWhatWasDeclined() {
        WaitlistEntry declined = ENTRY.offered(offer("2027-03-04T09:00")).answered("h1", OfferOutcome.DECLINED, NOW);

        assertThat(declined.openOffer()).isEmpty();
        assertThat(wants(declined, "2027-03-04T09:15")).isFalse();
        assertThat(wants(declined, "2027-03-04T11:00")).isTrue();
        assertThat(wants(declined, "2027-03-08T09:00")).isTrue();
    }

    @Test
    void isNotAskedAgainAboutADayWithoutAnAnswer() {
        WaitlistEntry silent = ENTRY.offered(offer("2027-03-04T09:00")).answered("h1", OfferOutcome.EXPIRED, NOW);

        assertThat(wants(silent, "2027-03-04T11:00")).isFalse();
        assertThat(wants(silent, "2027-03-08T09:00")).isTrue();
    }

    @Test
    void whoHasAPlaceOrLeftWantsNothingMore() {
        WaitlistEntry booked = ENTRY.offered(offer("2027-03-04T09:00")).booked("h1", NOW);
        WaitlistEntry left = ENTRY.offered(offer("2027-03-04T09:00")).closed(WaitlistStatus.WITHDRAWN, NOW);

        assertThat(booked.bookingId()).isEqualTo("h1");
        assertThat(booked.offers()).extracting(MadeOffer::outcome).containsExactly(OfferOutcome.ACCEPTED);
        assertThat(left.offers()).extracting(MadeOffer::outcome).containsExactly(OfferOutcome.WITHDRAWN);
        assertThat(wants(booked, "2027-03-08T09:00")).isFalse();
        assertThat(wants(left, "2027-03-08T09:00")).isFalse();
    }

    @Test
    void whatIsKnownChangesNothing() {
        WaitlistEntry offered = ENTRY.offered(offer("2027-03-04T09:00"));
        WaitlistEntry expired = offered.answered("h1", OfferOutcome.EXPIRED, NOW);

        assertThat(offered.offered(offer("2027-03-04T09:00"))).isEqualTo(offered);
        assertThat(expired.answered("h1", OfferOutcome.DECLINED, NOW)).isEqualTo(expired);
    }

    @Test
    void theMostUrgentComesFirstThenWhoWaitsLongest() {
        WaitlistEntry urgent = entry("a", Urgency.URGENT, NOW.plusSeconds(60));
        WaitlistEntry soon = entry("b", Urgency.SOON, NOW);
        WaitlistEntry soonToo = entry("c", Urgency.SOON, NOW);
        WaitlistEntry routine = entry("d", Urgency.ROUTINE, NOW.minusSeconds(3600));

        List<WaitlistEntry> inOrder = List.of(urgent, soon, soonToo, routine);

        assertThat(List.of(routine, soonToo, urgent, soon).stream()
                        .sorted(WaitlistEntry.SERVED_FIRST)
                        .toList())
                .isEqualTo(inOrder);
        assertThat(inOrder.stream().map(WaitlistEntry::servedAs)).isSorted();
    }

    @Test
    void aTreatmentKeepsItsDistance() {
        Attendance twiceAWeek = new Attendance(Set.of(LocalDate.of(2027, 3, 4)), 2);

        assertThat(twiceAWeek.isPossibleOn(LocalDate.of(2027, 3, 2))).isTrue();
        assertThat(twiceAWeek.isPossibleOn(LocalDate.of(2027, 3, 3))).isFalse();
        assertThat(twiceAWeek.isPossibleOn(LocalDate.of(2027, 3, 4))).isFalse();
        assertThat(twiceAWeek.isPossibleOn(LocalDate.of(2027, 3, 6))).isTrue();
    }

    private static WaitlistEntry entry(String id, Urgency urgency, Instant since) {
        return WaitlistEntry.entered(
                id,
                "p1",
                "iv-mood-2",
                List.of("riverside"),
                new WantedTimes(
                        LocalDate.of(2027, 3, 1),
                        LocalDate.of(2027, 3, 31),
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(12, 0)),
                urgency,
                null,
                since);
    }

    private static MadeOffer offer(String start) {
        return MadeOffer.open("h1", "riverside", at(start), at(start).plusSeconds(7200), NOW, NOW.plusSeconds(3600));
    }

    private static boolean wants(WaitlistEntry entry, String start) {
        return entry.wants("riverside", at(start), at(start).plusSeconds(7200), ZONE);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
