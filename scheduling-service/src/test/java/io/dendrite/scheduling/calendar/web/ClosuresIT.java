package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closing a site on holidays. */
class ClosuresIT extends CalendarWebIT {

    private static final String CHRISTMAS = """
            BEGIN:VEVENT
            UID:christmas
            DTSTAMP:20200101T000000Z
            DTSTART;VALUE=DATE:%s
            DTEND;VALUE=DATE:%s
            SUMMARY:Christmas
            END:VEVENT
            """;

    private FrontDesk desk;

    @BeforeEach
    void openClinic() {
        desk = clinicWithChairs(1);
    }

    @Test
    void closesTheSiteAndTheSameFileAgainChangesNothing() {
        String file = CHRISTMAS.formatted("20261225", "20261227");

        assertThat(outcomes(send(file, "?dryRun=true"))).containsExactly("CREATED");
        assertThat(blocks()).isEmpty();
        assertThat(outcomes(send(file, ""))).containsExactly("CREATED");
        assertThat(outcomes(send(file, ""))).containsExactly("UNCHANGED");

        assertThat(blocks()).containsExactly("2026-12-25T00:00:00-08:00");
        assertThat(desk.book(desk.patient(), "2026-12-26T09:00").problem()).isEqualTo("/problems/slot-taken");
    }

    @Test
    void anEventThatIsMovedMovesItsClosure() {
        send(CHRISTMAS.formatted("20261225", "20261226"), "");

        assertThat(outcomes(send(CHRISTMAS.formatted("20261224", "20261225"), "")))
                .containsExactlyInAnyOrder("CREATED", "LIFTED");

        assertThat(blocks()).containsExactly("2026-12-24T00:00:00-08:00");
        assertThat(outcomes(send(
                        CHRISTMAS
                                .formatted("20261224", "20261225")
                                .replace("END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT"),
                        "")))
                .containsExactly("LIFTED");
        assertThat(blocks()).isEmpty();
    }

    @Test
    void whoIsBookedIsNamedAndStrandedOnlyIfThatIsConfirmed() {
        String visit = FrontDesk.id(desk.booked("2026-12-25T09:00"), 0);
        String file = CHRISTMAS.formatted("20261225", "20261226");

        Answer refused = send(file, "");
        assertThat(outcomes(refused)).containsExactly("WOULD_STRAND");
        assertThat(refused.json().at("/closures/0/affected/0/id").asString()).isEqualTo(visit);
        assertThat(blocks()).isEmpty();

        assertThat(outcomes(send(file, "?confirm=true"))).containsExactly("CREATED");
        assertThat(api().get("/api/v1/rebooking?site=" + desk.site())
                        .json()
                        .at("/items/0/appointment/id")
                        .asString())
                .isEqualTo(visit);
    }

    @Test
    void aClosureThatSomebodyLiftedStaysLifted() {
        String file = CHRISTMAS.formatted("20261225", "20261226");
        send(file, "");
        String id = api().get(desk.blocks() + "?from=2026-12-20&to=2026-12-31")
                .json()
                .at("/items/0/id")
                .asString();
        assertThat(api().delete(desk.blocks() + "/" + id).status()).isEqualTo(204);

        assertThat(outcomes(send(file, ""))).containsExactly("STAYS_LIFTED");
        assertThat(blocks()).isEmpty();
    }

    @Test
    void refusesWhatIsNoCalendarAndWhatIsTooLong() {
        Answer none = api().postAs("text/calendar", path(""), "no calendar");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.error("body")).contains("BEGIN:VCALENDAR");
        assertThat(api().post(path(""), "{}").status()).isEqualTo(415);

        Answer summer = send(CHRISTMAS.formatted("20270601", "20270801"), "");
        assertThat(outcomes(summer)).containsExactly("REFUSED");
        assertThat(summer.json().at("/closures/0/message").asString()).contains("31 days");
    }

    private Answer send(String events, String query) {
        Answer answer = api().postAs(
                        "text/calendar",
                        path(query),
                        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n" + events + "END:VCALENDAR\n");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private String path(String query) {
        return "/api/v1/sites/" + desk.site() + "/closures" + query;
    }

    private static List<String> outcomes(Answer answer) {
        return FrontDesk.each(answer.json().path("closures"), "outcome");
    }

    private List<String> blocks() {
        return FrontDesk.each(
                api().get(desk.blocks() + "?from=2026-12-20&to=2026-12-31")
                        .json()
                        .path("items"),
                "start");
    }
}
