package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AvailabilityIT extends CalendarWebIT {

    private static final String MONDAY = "2027-03-08";
    private static final String NINE = "2027-03-08T09:00:00-08:00";

    @Test
    void promisesExactlyAsManyVisitsAsCanBeBooked() {
        FrontDesk desk = clinicWithChairs(2);
        int free = desk.free(NINE);
        assertThat(free).isEqualTo(2);

        for (int left = free; left > 0; left--) {
            assertThat(desk.free(NINE)).isEqualTo(left);
            assertThat(desk.book(desk.patient(), NINE).status()).isEqualTo(201);
        }

        assertThat(desk.book(desk.patient(), NINE).status()).isEqualTo(409);
        assertThat(slots(desk.availability(NINE, "2027-03-08T09:15:00-08:00"))).isEmpty();
    }

    @Test
    void promisesNoMoreVisitsThanTheNurseCanWatch() {
        FrontDesk desk = clinicWithChairs(5);
        assertThat(desk.free(NINE)).isEqualTo(3);

        for (int visit = 0; visit < 3; visit++) {
            desk.booked(NINE);
        }

        assertThat(desk.free(NINE)).isZero();
        assertThat(desk.book(desk.patient(), NINE).problem()).isEqualTo("/problems/slot-taken");
        // The nurse is free again when the patients leave, though their chairs are still being made ready.
        assertThat(desk.free("2027-03-08T11:00:00-08:00")).isEqualTo(2);
    }

    @Test
    void promisesExactlyAsManyVisitsWhereNeedsCompeteForPeople() {
        FrontDesk desk = clinicWithChairs(5);
        desk.resource("NURSE", "nurse-2", 1);
        String both = "{\"kind\":\"NURSE\",\"name\":\"A\",\"skills\":[\"iv\",\"airway\"],\"lanes\":2}";
        api().put("/api/v1/sites/" + desk.site() + "/resources/nurse-3", both);
        String treatment = "pair-" + desk.site().substring(5);
        assertThat(api().put("/api/v1/treatments/" + treatment, """
                {"name":"Pair","route":"NONE","indications":[],"phases":[{"phase":"ADMINISTRATION","minutes":30,
                 "needs":[{"kind":"CHAIR"},{"kind":"NURSE","skills":["iv"]},{"kind":"NURSE","skills":["airway"]}]}],
                 "escortRequired":false,"enrolmentRequired":false,"minimumObservationMinutes":0,
                 "preparation":{"solidsHours":0,"liquidsHours":0}}""").status()).isEqualTo(201);
        String query = "/api/v1/availability?site=" + desk.site() + "&treatment=" + treatment + "&limit=1&from=" + NINE
                + "&to=" + MONDAY;

        // Only nurse 3 can do the second part, for two patients at once.
        for (int left = 2; left > 0; left--) {
            assertThat(slots(api().get(query)).at("/0/free").asInt()).isEqualTo(left);
            assertThat(book(desk, treatment).status()).isEqualTo(201);
        }
        assertThat(book(desk, treatment).problem()).isEqualTo("/problems/slot-taken");
    }

    private Answer book(FrontDesk desk, String treatment) {
        return api().post(
                        "/api/v1/bookings", desk.request(desk.patient(), NINE).replace(FrontDesk.TREATMENT, treatment));
    }

    @Test
    void answersEveryStartOfADayOfOneChair() {
        FrontDesk desk = clinicWithChairs(1);

        Answer answer = desk.availability(MONDAY, MONDAY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("timeZone").asString()).isEqualTo("America/Los_Angeles");
        assertThat(slots(answer)).hasSize(33);
        assertThat(slots(answer).path(0).toString())
                .isEqualTo(
                        "{\"start\":\"2027-03-08T08:00:00-08:00\",\"end\":\"2027-03-08T10:00:00-08:00\",\"free\":1}");
        assertThat(starts(answer)).isSorted();
    }

    @Test
    void endsWithTheStartFromWhichThePatientLeavesAtClosing() {
        FrontDesk desk = clinicWithChairs(1);
        JsonNode last = slots(desk.availability(MONDAY, MONDAY)).path(32);

        assertThat(last.path("start").asString()).isEqualTo("2027-03-08T16:00:00-08:00");
        assertThat(last.path("end").asString()).isEqualTo("2027-03-08T18:00:00-08:00");
        assertThat(desk.book(desk.patient(), last.path("start").asString()).status())
                .isEqualTo(201);
    }

    @Test
    void leavesNoStartThatWouldRunIntoABookingOrItsTurnover() {
        FrontDesk desk = clinicWithChairs(1);
        desk.booked("2027-03-08T11:00:00-08:00");

        List<String> starts = starts(desk.availability(MONDAY, MONDAY));

        assertThat(starts).hasSize(4 + 12).contains("2027-03-08T08:45:00-08:00", "2027-03-08T13:15:00-08:00");
        assertThat(starts).doesNotContain("2027-03-08T09:00:00-08:00", "2027-03-08T13:00:00-08:00");
    }

    @Test
    void looksOnlyAtTheResourceThatIsAskedFor() {
        FrontDesk desk = clinicWithChairs(2);
        String request = desk.request(desk.patient(), NINE).replace("\"}]", "\",\"resources\":[\"chair-1\"]}]");
        assertThat(api().post("/api/v1/bookings", request).status()).isEqualTo(201);

        assertThat(starts(desk.availability(MONDAY, MONDAY, "&resource=chair-1")))
                .doesNotContain(NINE);
        assertThat(slots(desk.availability(NINE, MONDAY, "&resource=chair-2", "&limit=1"))
                        .at("/0/free")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void answersNoMoreThanTheLimit() {
        FrontDesk desk = clinicWithChairs(1);

        assertThat(starts(desk.availability(MONDAY, MONDAY, "&limit=2")))
                .containsExactly("2027-03-08T08:00:00-08:00", "2027-03-08T08:15:00-08:00");
    }

    @Test
    void refusesMoreThanNinetyDays() {
        FrontDesk desk = clinicWithChairs(1);

        assertThat(desk.availability(MONDAY, "2027-06-05", "&limit=1").status()).isEqualTo(200);
        Answer refused = desk.availability(MONDAY, "2027-06-06");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error("to")).contains("90 days");
    }

    @Test
    void hasNothingInThePast() {
        FrontDesk desk = clinicWithChairs(1);

        assertThat(slots(desk.availability("2026-11-02", "2026-11-06"))).isEmpty();
        // It is four in the morning in Los Angeles.
        assertThat(starts(desk.availability("2026-11-20", "2026-11-23", "&limit=1")))
                .containsExactly("2026-11-23T08:00:00-08:00");
    }

    @Test
    void hasNothingOnAClosedDay() {
        assertThat(slots(clinicWithChairs(1).availability("2027-03-07", "2027-03-07")))
                .isEmpty();
    }

    @Test
    void hidesStartsThatABlockIsInTheWayOf() {
        FrontDesk desk = clinicWithChairs(1);
        Answer block = desk.block("2027-03-08T08:00:00-08:00", "2027-03-08T12:00:00-08:00", "chair-1");
        assertThat(block.status()).isEqualTo(201);

        assertThat(starts(desk.availability(MONDAY, MONDAY, "&limit=1"))).containsExactly("2027-03-08T12:00:00-08:00");
        api().delete(block.header("Location"));
        assertThat(slots(desk.availability(MONDAY, MONDAY))).hasSize(33);
    }

    private static JsonNode slots(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("slots");
    }

    private static List<String> starts(Answer answer) {
        return FrontDesk.each(slots(answer), "start");
    }
}
