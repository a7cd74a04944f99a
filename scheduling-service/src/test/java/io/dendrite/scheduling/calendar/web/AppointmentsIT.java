package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AppointmentsIT extends CalendarWebIT {

    private static final String NINE = "2027-03-08T09:00:00-08:00";
    private static final String ONE = "2027-03-08T13:00:00-08:00";
    private static final String WEDNESDAY = "2027-03-10T09:00:00-08:00";

    @Test
    void movesAnAppointmentAndFreesItsPlace() {
        FrontDesk desk = clinicWithChairs(1);
        String id = FrontDesk.id(desk.booked(NINE), 0);

        Answer moved = desk.move(id, WEDNESDAY);

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.header("ETag")).isEqualTo("\"2\"");
        assertThat(moved.json().path("start").asString()).isEqualTo(WEDNESDAY);
        assertThat(moved.json().path("end").asString()).isEqualTo("2027-03-10T11:00:00-08:00");
        assertThat(moved.json().path("sequence").asInt()).isEqualTo(1);
        assertThat(desk.appointment(id).json()).isEqualTo(moved.json());
        assertThat(desk.free(NINE)).isEqualTo(1);
        assertThat(desk.free(WEDNESDAY)).isZero();
    }

    @Test
    void movesAnAppointmentByLessThanItsOwnLength() {
        FrontDesk desk = clinicWithChairs(1);
        String id = FrontDesk.id(desk.booked(NINE), 0);

        assertThat(desk.move(id, "2027-03-08T09:15:00-08:00").status()).isEqualTo(200);
    }

    @Test
    void movesOneAppointmentOfACourseAndLeavesTheOthers() {
        FrontDesk desk = clinicWithChairs(1);
        JsonNode course = desk.booked(NINE, WEDNESDAY);

        desk.move(FrontDesk.id(course, 0), ONE);

        JsonNode after =
                api().get("/api/v1/bookings/" + course.path("id").asString()).json();
        assertThat(FrontDesk.each(after.path("appointments"), "start")).containsExactly(ONE, WEDNESDAY);
        assertThat(after.at("/appointments/1")).isEqualTo(course.at("/appointments/1"));
        assertThat(after.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void changesNothingWhenTheWantedPlaceIsTaken() {
        FrontDesk desk = clinicWithChairs(1);
        String id = FrontDesk.id(desk.booked(NINE), 0);
        desk.booked(WEDNESDAY);
        Answer before = desk.appointment(id);

        Answer refused = desk.move(id, WEDNESDAY);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/slot-taken");
        assertThat(refused.error("start")).isNotEmpty();
        Answer after = desk.appointment(id);
        assertThat(after.text()).isEqualTo(before.text());
        assertThat(after.header("ETag")).isEqualTo("\"1\"");
        String alternative =
                FrontDesk.each(refused.json().path("alternatives"), "start").get(0);
        assertThat(desk.move(id, alternative).status()).isEqualTo(200);
    }

    @Test
    void refusesAChangeOfAVersionThatIsNotCurrent() {
        FrontDesk desk = clinicWithChairs(1);
        String id = FrontDesk.id(desk.booked(NINE), 0);
        assertThat(desk.move(id, ONE, "If-Match", "\"1\"").status()).isEqualTo(200);

        Answer move = desk.move(id, WEDNESDAY, "If-Match", "\"1\"");
        Answer cancel = desk.cancel(id, "If-Match", "\"1\"");

        assertThat(List.of(move.status(), cancel.status())).containsOnly(412);
        assertThat(List.of(move.problem(), cancel.problem())).containsOnly("/problems/stale-version");
        assertThat(desk.appointment(id).json().path("start").asString()).isEqualTo(ONE);
        assertThat(desk.cancel(id, "If-Match", "\"2\"").status()).isEqualTo(200);
    }

    @Test
    void freesThePlaceOfACancelledAppointment() {
        FrontDesk desk = clinicWithChairs(1);
        String id = FrontDesk.id(desk.booked(NINE), 0);

        Answer cancelled = desk.cancel(id);

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.json().path("cancelReason").asString()).isEqualTo("Patient is travelling");
        assertThat(cancelled.json().path("sequence").asInt()).isEqualTo(1);
        assertThat(cancelled.header("ETag")).isEqualTo("\"2\"");
        assertThat(desk.book(desk.patient(), NINE).status()).isEqualTo(201);
    }

    @Test
    void neitherCancelsNorMovesWhatIsCancelled() {
        FrontDesk desk = clinicWithChairs(1);
        String id = FrontDesk.id(desk.booked(NINE), 0);
        Answer cancelled = desk.cancel(id);

        Answer again = desk.cancel(id);
        Answer move = desk.move(id, ONE);

        assertThat(List.of(again.status(), move.status())).containsOnly(409);
        assertThat(List.of(again.problem(), move.problem())).containsOnly("/problems/illegal-status");
        assertThat(desk.appointment(id).text()).isEqualTo(cancelled.text());
        assertThat(desk.free(ONE)).isEqualTo(1);
    }

    @Test
    void knowsNoAppointmentThatWasNeverBooked() {
        FrontDesk desk = clinicWithChairs(1);
        String booking = desk.booked(NINE).path("id").asString();

        for (String id : List.of("nothing", booking, booking + ".2", booking + ".", booking + ".1.1", ".1")) {
            for (Answer answer : List.of(desk.appointment(id), desk.move(id, ONE), desk.cancel(id))) {
                assertThat(answer.status()).as(id).isEqualTo(404);
                assertThat(answer.problem()).isEqualTo("/problems/not-found");
            }
        }
    }

    @Test
    void listsADayInOrderOverSeveralPages() {
        FrontDesk desk = clinicWithChairs(3);
        desk.booked(ONE);
        desk.booked(NINE, WEDNESDAY);
        String cancelled = FrontDesk.id(desk.booked("2027-03-08T08:00:00-08:00"), 0);
        desk.cancel(cancelled);
        desk.booked(NINE);
        desk.booked("2027-03-09T09:00:00-08:00");

        List<String> starts = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = api().get("/api/v1/appointments?date=2027-03-08&limit=1&site=" + desk.site() + cursor)
                    .json();
            assertThat(page.path("items")).hasSize(1);
            starts.addAll(FrontDesk.each(page.path("items"), "start"));
            ids.addAll(FrontDesk.each(page.path("items"), "id"));
            cursor = page.has("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asString()
                    : "";
            pages++;
        } while (!cursor.isEmpty() && pages < 10);

        assertThat(starts).containsExactly("2027-03-08T08:00:00-08:00", NINE, NINE, ONE);
        assertThat(ids).doesNotHaveDuplicates().startsWith(cancelled);
    }

    @Test
    void putsAnAppointmentOnTheSheetOfItsLocalDate() {
        FrontDesk desk = FrontDesk.open(api(), "Pacific/Auckland", 1, 3);
        String id = FrontDesk.id(desk.booked("2027-03-08T09:00"), 0);

        assertThat(FrontDesk.each(sheet(desk, "2027-03-08"), "id")).containsExactly(id);
        assertThat(sheet(desk, "2027-03-07")).isEmpty();
    }

    @Test
    void keepsTheWallClockOverTheChangeToSummerTime() {
        String treatment = "consultation";
        for (String date : List.of("2027-03-12", "2027-03-15")) {
            Answer booked = api().post("/api/v1/bookings", """
                    {"patientId":"%s","siteId":"riverside","treatmentId":"%s","appointments":[{"start":"%sT09:00"}]}""".formatted(
                            clinicWithChairs(1).patient(), treatment, date));
            assertThat(booked.status()).as(booked.text()).isEqualTo(201);
        }

        FrontDesk riverside = new FrontDesk(api(), "riverside");
        assertThat(FrontDesk.each(sheet(riverside, "2027-03-12"), "start"))
                .containsExactly("2027-03-12T09:00:00-08:00");
        assertThat(FrontDesk.each(sheet(riverside, "2027-03-15"), "start"))
                .containsExactly("2027-03-15T09:00:00-07:00");
    }

    private JsonNode sheet(FrontDesk desk, String date) {
        return api().get("/api/v1/appointments?site=" + desk.site() + "&date=" + date)
                .json()
                .path("items");
    }
}
