package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Clocks that change by an hour, by half an hour or never, and days of 23 to 25 hours, at sites that never close. All
 * wall-clock times are those of the site, wherever midnight in UTC lies.
 */
class ClockChangesIT extends CalendarWebIT {

    /** One site for each zone: opening one takes longer than asking it. */
    private static final Map<String, FrontDesk> SITES = new HashMap<>();

    /** Sites at which nothing is ever booked. */
    private static final Map<String, FrontDesk> EMPTY_SITES = new HashMap<>();

    private FrontDesk desk(String zone) {
        return SITES.computeIfAbsent(zone, name -> FrontDesk.openDayAndNight(api(), name));
    }

    private FrontDesk emptyDesk(String zone) {
        return EMPTY_SITES.computeIfAbsent(zone, name -> FrontDesk.openDayAndNight(api(), name));
    }

    @ParameterizedTest(name = "{0} on {1}: {2} quarters")
    @CsvSource({
        "America/Los_Angeles, 2027-03-13,  96, -08:00, -08:00",
        "America/Los_Angeles, 2027-03-14,  92, -08:00, -07:00",
        "America/Los_Angeles, 2027-11-07, 100, -07:00, -08:00",
        "America/New_York,    2027-03-14,  92, -05:00, -04:00",
        "America/New_York,    2027-11-07, 100, -04:00, -05:00",
        "Europe/London,       2027-03-28,  92, Z,      +01:00",
        "Europe/London,       2027-10-31, 100, +01:00, Z",
        "Asia/Kolkata,        2027-03-28,  96, +05:30, +05:30",
        "Australia/Lord_Howe, 2027-04-04,  98, +11:00, +10:30",
        "Australia/Lord_Howe, 2027-10-03,  94, +10:30, +11:00"
    })
    void aDayHasAsManyStartsAsItHasQuarters(String zone, String date, int quarters, String morning, String evening) {
        JsonNode slots = emptyDesk(zone).availability(date, date).json().path("slots");

        assertThat(slots).hasSize(quarters);
        assertThat(slots.path(0).path("start").asString()).isEqualTo(date + "T00:00:00" + morning);
        assertThat(slots.path(quarters - 1).path("start").asString()).isEqualTo(date + "T23:45:00" + evening);
        assertThat(FrontDesk.each(slots, "start")).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}: {1} moved to {2}")
    @CsvSource({
        "America/Los_Angeles, 2027-03-10T09:00, 2027-03-17T09:00, -08:00, -07:00",
        "America/New_York,    2027-11-03T17:30, 2027-11-10T17:30, -04:00, -05:00",
        "Europe/London,       2027-03-24T08:15, 2027-03-31T08:15, Z,      +01:00",
        "Asia/Kolkata,        2027-03-24T18:45, 2027-03-31T18:45, +05:30, +05:30",
        "Australia/Lord_Howe, 2027-03-31T09:00, 2027-04-07T09:00, +11:00, +10:30",
        "Australia/Lord_Howe, 2027-09-29T09:00, 2027-10-06T09:00, +10:30, +11:00"
    })
    void aMoveAcrossTheChangeKeepsTheTimeOnTheWall(
            String zone, String from, String to, String offsetBefore, String offsetAfter) {
        FrontDesk desk = desk(zone);
        JsonNode booking = desk.booked(from);
        String id = FrontDesk.id(booking, 0);
        assertThat(booking.at("/appointments/0/start").asString()).isEqualTo(from + ":00" + offsetBefore);

        Answer moved = desk.move(id, to);

        assertThat(moved.json().path("start").asString()).as(moved.text()).isEqualTo(to + ":00" + offsetAfter);
        assertThat(onSheet(desk, from.substring(0, 10))).doesNotContain(id);
        assertThat(onSheet(desk, to.substring(0, 10))).contains(id);
    }

    @ParameterizedTest(name = "{0}: {1} does not exist")
    @CsvSource({
        "America/Los_Angeles, 2027-03-14T02:30",
        "America/New_York,    2027-03-14T02:00",
        "Europe/London,       2027-03-28T01:45",
        "Australia/Lord_Howe, 2027-10-03T02:15"
    })
    void aTimeThatTheClocksSkipIsRefused(String zone, String start) {
        FrontDesk desk = desk(zone);

        Answer refused = desk.book(desk.patient(), start);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error("appointments[0].start")).contains("does not exist");
    }

    @ParameterizedTest(name = "{0}: {1} happens at {2} and at {3}")
    @CsvSource({
        "America/Los_Angeles, 2027-11-07T01:30, -07:00, -08:00, 4",
        "America/New_York,    2027-11-07T01:00, -04:00, -05:00, 4",
        "Europe/London,       2027-10-31T01:15, +01:00, Z,      4",
        "Australia/Lord_Howe, 2027-04-04T01:45, +11:00, +10:30, 2"
    })
    void aTimeThatHappensTwiceNeedsItsOffset(String zone, String start, String first, String second, int apart) {
        FrontDesk desk = desk(zone);
        Answer refused = desk.book(desk.patient(), start);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error("appointments[0].start")).contains("twice", first, second);

        JsonNode visit = desk.booked(start + ":00" + second).at("/appointments/0");

        assertThat(OffsetDateTime.parse(visit.path("start").asString()))
                .isEqualTo(OffsetDateTime.parse(start + ":00" + first).plusMinutes(15L * apart));
        // Two hours pass for the patient, whatever the clocks show.
        assertThat(OffsetDateTime.parse(visit.path("end").asString()))
                .isEqualTo(OffsetDateTime.parse(start + ":00" + second).plusHours(2));
    }

    @ParameterizedTest(name = "{0}: 30 minutes before midnight on {1}")
    @CsvSource({
        "America/Los_Angeles, 2027-05-04, 2027-05-05T06:30:00Z",
        "Asia/Kolkata,        2027-05-04, 2027-05-04T18:00:00Z",
        "Australia/Lord_Howe, 2027-05-04, 2027-05-04T13:00:00Z",
        "Pacific/Kiritimati,  2027-05-04, 2027-05-04T09:30:00Z"
    })
    void aDaySheetIsOfTheSitesOwnDay(String zone, String date, String instant) {
        FrontDesk desk = desk(zone);

        JsonNode booking = desk.booked(instant);

        assertThat(booking.at("/appointments/0/start").asString()).startsWith(date + "T23:30:00");
        assertThat(booking.at("/appointments/0/end").asString()).startsWith("2027-05-05T01:30:00");
        assertThat(onSheet(desk, date)).contains(FrontDesk.id(booking, 0));
        assertThat(onSheet(desk, "2027-05-05")).doesNotContain(FrontDesk.id(booking, 0));
    }

    private static List<String> onSheet(FrontDesk desk, String date) {
        return FrontDesk.each(
                desk.api()
                        .get("/api/v1/appointments?site=" + desk.site() + "&date=" + date)
                        .json()
                        .path("items"),
                "id");
    }
}
