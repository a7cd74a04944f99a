package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RefusedBookingsIT extends CalendarWebIT {

    private static final String NINE = "2027-03-08T09:00:00-08:00";

    @Test
    void namesOnlyStartsThatCanBeHadWhenTheLastChairIsTaken() {
        FrontDesk desk = clinicWithChairs(1);
        desk.booked(NINE);

        Answer refused = desk.book(desk.patient(), NINE);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/slot-taken");
        assertThat(refused.error("appointments[0].start")).isNotEmpty();
        JsonNode alternatives = refused.json().path("alternatives");
        List<String> starts = FrontDesk.each(alternatives, "start");
        assertThat(starts).hasSizeBetween(1, 5).isSorted().doesNotContain(NINE);
        alternatives.forEach(alternative -> {
            JsonNode booked = desk.booked(alternative.path("start").asString()).at("/appointments/0");
            assertThat(booked.path("end")).isEqualTo(alternative.path("end"));
            assertThat(desk.cancel(booked.path("id").asString()).status()).isEqualTo(200);
        });
    }

    @Test
    void leavesNothingOfACourseThatCollidesInOneAppointment() {
        FrontDesk desk = clinicWithChairs(1);
        desk.booked("2027-03-10T09:00:00-08:00");
        String patient = desk.patient();

        Answer refused = desk.book(patient, NINE, "2027-03-10T10:00:00-08:00", "2027-03-12T09:00:00-08:00");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error("appointments[1].start")).isNotEmpty();
        assertThat(api().get("/api/v1/bookings?patientId=" + patient).json().path("items"))
                .isEmpty();
        assertThat(desk.free(NINE)).isEqualTo(1);
        assertThat(desk.free("2027-03-12T09:00:00-08:00")).isEqualTo(1);
    }

    @Test
    void refusesTwoVisitsOfOneBookingThatOverlap() {
        FrontDesk desk = clinicWithChairs(3);

        Answer refused = desk.book(desk.patient(), NINE, "2027-03-08T10:45:00-08:00");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/patient-busy");
        assertThat(refused.error("appointments[1].start")).isNotEmpty();
        assertThat(desk.free(NINE)).isEqualTo(3);
    }

    @Test
    void refusesAPatientWhoIsElsewhereAtThatTime() {
        FrontDesk here = clinicWithChairs(3);
        FrontDesk there = FrontDesk.open(api(), "America/New_York", 3, 3);
        String patient = here.patient();
        assertThat(here.book(patient, NINE).status()).isEqualTo(201);

        Answer refused = there.book(patient, "2027-03-08T13:45:00-05:00");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/patient-busy");
        List<String> alternatives = FrontDesk.each(refused.json().path("alternatives"), "start");
        assertThat(alternatives)
                .isNotEmpty()
                .allSatisfy(start -> assertThat(start).endsWith("-05:00"));
        assertThat(there.book(patient, alternatives.get(0)).status()).isEqualTo(201);
    }

    @Test
    void booksTheResourcesThatAreNamed() {
        FrontDesk desk = clinicWithChairs(3);

        JsonNode booked = bookIn(desk, "chair-3").json();

        assertThat(booked.at("/appointments/0/phases")
                        .valueStream()
                        .map(phase -> phase.at("/resources/0").asString()))
                .hasSize(4)
                .containsOnly("chair-3");
    }

    @Test
    void refusesANamedResourceThatIsTakenThoughOthersAreFree() {
        FrontDesk desk = clinicWithChairs(3);
        bookIn(desk, "chair-3");

        Answer refused = bookIn(desk, "chair-3");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(FrontDesk.each(refused.json().path("alternatives"), "start"))
                .isNotEmpty()
                .allSatisfy(start -> assertThat(OffsetDateTime.parse(start)).isNotEqualTo(OffsetDateTime.parse(NINE)));
        assertThat(desk.free(NINE)).isEqualTo(2);
    }

    @Test
    void readsAStartWithoutOffsetAsTheSitesWallClock() {
        FrontDesk desk = clinicWithChairs(1);

        JsonNode booked = desk.booked("2027-03-15T09:00");

        assertThat(booked.at("/appointments/0/start").asString()).isEqualTo("2027-03-15T09:00:00-07:00");
    }

    @Test
    void readsAnyOffsetAndAnswersTheSites() {
        FrontDesk desk = clinicWithChairs(1);

        assertThat(desk.booked("2027-03-08T17:00:00Z")
                        .at("/appointments/0/start")
                        .asString())
                .isEqualTo(NINE);
    }

    @Test
    void refusesAVisitThatWouldEndAfterClosing() {
        FrontDesk desk = clinicWithChairs(1);

        Answer refused = desk.book(desk.patient(), "2027-03-08T16:15:00-08:00");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("/problems/not-open");
        assertThat(refused.error("appointments[0].start")).isNotEmpty();
        assertThat(FrontDesk.each(refused.json().path("alternatives"), "start")).contains("2027-03-08T16:00:00-08:00");
    }

    private static Answer bookIn(FrontDesk desk, String chair) {
        String request = desk.request(desk.patient(), NINE).replace("\"}]", "\",\"resources\":[\"" + chair + "\"]}]");
        return desk.api().post("/api/v1/bookings", request);
    }
}
