package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From arrival to discharge, on the first morning of these tests: it is four o'clock at the clinic. */
class VisitStepsIT extends CalendarWebIT {

    private static final String TODAY = "2026-11-23";
    private static final Duration UNTIL_NINE = Duration.ofHours(5);

    private FrontDesk desk;
    private String visit;

    @BeforeEach
    void openClinicAndBook() {
        desk = FrontDesk.open(api(), "America/Los_Angeles", 1, 1);
        visit = FrontDesk.id(desk.booked(TODAY + "T09:00"), 0);
    }

    @Test
    void aVisitGoesFromArrivalToDischarge() {
        pass(UNTIL_NINE.plusMinutes(10));
        Answer arrived = step("arrive");
        assertThat(arrived.json().path("status").asString()).isEqualTo("ARRIVED");
        assertThat(arrived.json().path("lateMinutes").asInt()).isEqualTo(10);
        assertThat(arrived.json().path("expectedEnd").asString()).startsWith(TODAY + "T11:10:");
        assertThat(arrived.json().path("overruns").asBoolean()).isTrue();

        assertThat(step("start").json().path("status").asString()).isEqualTo("IN_TREATMENT");
        pass(Duration.ofMinutes(50));
        assertThat(step("observe").json().path("status").asString()).isEqualTo("OBSERVATION");
        pass(Duration.ofHours(2));
        Answer discharged = step("discharge", "{\"escort\":\"Sister\"}");

        assertThat(discharged.status()).as(discharged.text()).isEqualTo(200);
        assertThat(discharged.json().path("status").asString()).isEqualTo("FULFILLED");
        assertThat(discharged.json().path("escort").asString()).isEqualTo("Sister");
        assertThat(FrontDesk.each(discharged.json().path("transitions"), "to"))
                .containsExactly("ARRIVED", "IN_TREATMENT", "OBSERVATION", "FULFILLED");
        assertThat(FrontDesk.each(discharged.json().path("transitions"), "by")).doesNotContain("");
        assertThat(desk.appointment(visit).json()).isEqualTo(discharged.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "observe", "discharge", "no-show", "undo"})
    void whatCannotFollowIsRefusedAndChangesNothing(String command) {
        JsonNode before = desk.appointment(visit).json();

        Answer refused = step(command, command.equals("undo") ? "{\"reason\":\"x\"}" : "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/illegal-status");
        assertThat(desk.appointment(visit).json()).isEqualTo(before);
    }

    @Test
    void nobodyArrivesOnAnotherDayAndNobodyUnknown() {
        String tomorrow = FrontDesk.id(desk.booked("2026-11-24T09:00"), 0);

        assertThat(step(tomorrow, "arrive", "").json().path("detail").asString())
                .contains("2026-11-24");
        assertThat(step("none.1", "arrive", "").status()).isEqualTo(404);
    }

    @Test
    void dischargeNeedsAnEscort() {
        toObservation();
        pass(Duration.ofHours(2));

        Answer refused = step("discharge");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("/problems/escort-missing");
        assertThat(refused.error("escort")).isNotEmpty();
        assertThat(step("observe", "{\"escort\":\"Sister\"}").status()).isEqualTo(200);
        assertThat(step("discharge").json().path("status").asString()).isEqualTo("FULFILLED");
    }

    @Test
    void observationThatATreatmentAsksForCannotBeShortened() {
        String treatment = "treatment-" + UUID.randomUUID();
        Answer made = api().put("/api/v1/treatments/" + treatment, """
                {"name":"Nasal","route":"INTRANASAL","indications":["x"],"phases":[
                  {"phase":"ADMINISTRATION","minutes":15,"needs":[{"kind":"CHAIR"}]},
                  {"phase":"OBSERVATION","minutes":120,"needs":[{"kind":"CHAIR"}]}],
                 "escortRequired":false,"enrolmentRequired":false,"minimumObservationMinutes":120,
                 "preparation":{"solidsHours":2,"liquidsHours":1}}""");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        visit = FrontDesk.id(
                api().post(
                                "/api/v1/bookings",
                                desk.request(desk.patient(), TODAY + "T12:00").replace(FrontDesk.TREATMENT, treatment))
                        .json(),
                0);
        toObservation();
        pass(Duration.ofMinutes(119));

        Answer refused = step("discharge");

        assertThat(refused.problem()).isEqualTo("/problems/observation-too-short");
        assertThat(refused.json().path("detail").asString()).contains("at least 120 minutes", TODAY + "T");
        pass(Duration.ofMinutes(1));
        assertThat(step("discharge").json().path("status").asString()).isEqualTo("FULFILLED");
    }

    @Test
    void aMissedVisitIsProposedThenFreesItsPlaceAndComesBackIfItCan() {
        assertThat(proposed()).isEmpty();
        pass(UNTIL_NINE.plusMinutes(30));
        assertThat(proposed()).containsExactly(visit);
        assertThat(desk.appointment(visit).json().path("noShowProposed").asBoolean())
                .isTrue();

        assertThat(step("no-show").json().path("status").asString()).isEqualTo("NO_SHOW");

        assertThat(proposed()).isEmpty();
        String other = FrontDesk.id(desk.booked(TODAY + "T10:00"), 0);
        Answer taken = step("undo", "{\"reason\":\"was here\"}");
        assertThat(taken.problem()).isEqualTo("/problems/slot-taken");
        assertThat(desk.cancel(other).status()).isEqualTo(200);
        Answer back = step("undo", "{\"reason\":\"was here\"}");
        assertThat(back.json().path("status").asString()).isEqualTo("BOOKED");
        assertThat(FrontDesk.each(back.json().path("transitions"), "reason")).containsExactly("", "was here");
        assertThat(desk.book(desk.patient(), TODAY + "T10:00").problem()).isEqualTo("/problems/slot-taken");
    }

    @Test
    void aMissedVisitDoesNotComeBackUnderAnotherOfItsBooking() {
        FrontDesk other = FrontDesk.open(api(), "America/Los_Angeles", 1, 1);
        JsonNode course = other.booked(TODAY + "T09:00", "2026-11-25T09:00");
        visit = FrontDesk.id(course, 0);
        pass(UNTIL_NINE.plusMinutes(10));
        assertThat(step("no-show").status()).isEqualTo(200);
        assertThat(other.move(FrontDesk.id(course, 1), TODAY + "T10:00").status())
                .isEqualTo(200);

        Answer refused = step("undo", "{\"reason\":\"was here\"}");

        assertThat(refused.problem()).isEqualTo("/problems/slot-taken");
    }

    @Test
    void aSiteSaysHowLongItWaits() {
        String path = "/api/v1/sites/" + desk.site();
        Answer site = api().get(path);
        assertThat(site.json().path("noShowAfterMinutes").asInt()).isEqualTo(30);
        String body = """
                {"name":"A Clinic","timeZone":"America/Los_Angeles","address":"1 Road","phone":"+1 555 0100",
                 "openingHours":%s,"noShowAfterMinutes":%d}""";
        String hours = site.json().path("openingHours").toString();
        for (int wrong : List.of(4, 241)) {
            Answer refused = api().put(path, body.formatted(hours, wrong), "If-Match", site.header("ETag"));
            assertThat(refused.error("noShowAfterMinutes")).as(refused.text()).isNotEmpty();
        }
        Answer changed = api().put(path, body.formatted(hours, 5), "If-Match", site.header("ETag"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);

        pass(UNTIL_NINE.plusMinutes(5));

        assertThat(proposed()).containsExactly(visit);
    }

    @Test
    void whoIsThereCannotBeMovedOrCancelled() {
        assertThat(step("arrive").status()).isEqualTo(200);

        assertThat(desk.move(visit, TODAY + "T14:00").problem()).isEqualTo("/problems/illegal-status");
        assertThat(desk.cancel(visit).problem()).isEqualTo("/problems/illegal-status");
    }

    @Test
    void aStaleVersionIsRefused() {
        String version = desk.appointment(visit).header("ETag");
        assertThat(step("arrive").status()).isEqualTo(200);

        Answer stale = api().post("/api/v1/appointments/" + visit + "/undo", "{\"reason\":\"x\"}", "If-Match", version);

        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void manyWhoReportTheSameMakeOneStep() throws Exception {
        List<Callable<Answer>> reports = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            reports.add(() -> step("arrive"));
        }

        List<Answer> answers = atOnce(reports);

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(desk.appointment(visit).json().path("transitions")).hasSize(1);
    }

    @Test
    void arrivedAndMissedAtOnceHaveOneWinner() throws Exception {
        pass(UNTIL_NINE.plusMinutes(40));
        for (int round = 0; round < 5; round++) {
            List<Answer> answers = atOnce(List.of(() -> step("arrive"), () -> step("no-show")));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            assertThat(step("undo", "{\"reason\":\"again\"}").status()).isEqualTo(200);
        }
        assertThat(desk.appointment(visit).json().path("transitions")).hasSize(10);
    }

    @Test
    void aFrontDeskReportsArrivalsAndAClinicianTheTreatment() {
        Api frontDesk = api(ISSUER.token().subject("desk").roles("front-desk").sites("*"));
        assertThat(frontDesk.post(path("arrive"), "").status()).isEqualTo(200);
        assertThat(frontDesk.post(path("start"), "").status()).isEqualTo(403);

        Api clinician = api(ISSUER.token().subject("nurse").roles("clinician").sites("*"));
        assertThat(clinician.post(path("start"), "").status()).isEqualTo(200);
    }

    private void toObservation() {
        for (String command : List.of("arrive", "start", "observe")) {
            Answer answer = step(command);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    private List<String> proposed() {
        return FrontDesk.each(
                api().get("/api/v1/appointments/no-show-proposals?site=" + desk.site())
                        .json()
                        .path("items"),
                "id");
    }

    private Answer step(String command) {
        return step(command, "");
    }

    private Answer step(String command, String body) {
        return step(visit, command, body);
    }

    private Answer step(String appointment, String command, String body) {
        return api().post("/api/v1/appointments/" + appointment + "/" + command, body);
    }

    private String path(String command) {
        return "/api/v1/appointments/" + visit + "/" + command;
    }
}
