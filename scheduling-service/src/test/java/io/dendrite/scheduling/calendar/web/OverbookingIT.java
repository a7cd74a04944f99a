package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Booking more than a resource ordinarily carries, on purpose: who may, for what reason, and how far. */
class OverbookingIT extends CalendarWebIT {

    private static final String START = "2026-12-01T09:00";

    private FrontDesk desk;

    @BeforeEach
    void openClinicAndFillIt() {
        desk = FrontDesk.open(api(), "America/Los_Angeles", 1, 1);
        desk.booked(START);
    }

    @Test
    void anOverbookedVisitTakesAnOverflowLaneAndShowsWhyEverywhere() {
        Answer answer = overbook(api(), "Cannot wait until Friday");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode visit = answer.json().at("/appointments/0");
        assertThat(visit.path("overbookReason").asString()).isEqualTo("Cannot wait until Friday");
        JsonNode sheet = api().get("/api/v1/appointments?site=" + desk.site() + "&date=2026-12-01")
                .json()
                .path("items");
        assertThat(FrontDesk.each(sheet, "overbookReason")).containsExactlyInAnyOrder("", "Cannot wait until Friday");
    }

    @Test
    void itIsOnRecordAsWhatItIs() {
        String patient = desk.patient();
        assertThat(post(api(), patient, "Urgent", START).status()).isEqualTo(201);
        Api auditor = api(ISSUER.token().subject("auditor").roles("auditor").sites("*"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> FrontDesk.each(
                                auditor.get("/api/v1/audit?patientId=" + patient)
                                        .json()
                                        .path("items"),
                                "action")
                        .contains("booking.overbook"));
    }

    @Test
    void whereThereIsRoomNothingIsOverbooked() {
        Answer answer = overbook(api(), "Just in case", "2026-12-01T13:00");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().at("/appointments/0").has("overbookReason")).isFalse();
    }

    @Test
    void anOverflowLaneIsNoAvailability() {
        assertThat(FrontDesk.each(
                        desk.availability("2026-12-01", "2026-12-01").json().path("slots"), "start"))
                .noneMatch(start -> start.startsWith(START));
    }

    @Test
    void overbookingOpensNoSiteAndDoublesNoPatient() {
        String closed = overbook(api(), "Urgent", "2026-12-01T23:00")
                .json()
                .path("type")
                .asString();
        assertThat(closed).isEqualTo("/problems/not-open");

        String patient = desk.patient();
        assertThat(post(api(), patient, "Urgent", START).status()).isEqualTo(201);
        assertThat(post(api(), patient, "Urgent", START).json().path("type").asString())
                .isEqualTo("/problems/patient-busy");
    }

    @Test
    void aMovedVisitThatFindsRoomIsNoLongerOverbooked() {
        JsonNode booking = overbook(api(), "Urgent").json();

        Answer moved = desk.move(FrontDesk.id(booking, 0), "2026-12-02T09:00");

        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(moved.json().has("overbookReason")).isFalse();
    }

    @Test
    void manyAtOnceFillTheOverflowLaneAndNoMore() throws Exception {
        List<String> patients = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            patients.add(desk.patient());
        }
        List<Callable<Answer>> requests = new ArrayList<>();
        patients.forEach(patient -> requests.add(() -> post(api(), patient, "Urgent", START)));

        List<Answer> answers = atOnce(requests);

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(refused ->
                        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/slot-taken"));
    }

    @ParameterizedTest
    @CsvSource({"front-desk,,403", "clinician,,201", "manager,,403", "system,calendar:write,403"})
    void whoMayOverbook(String role, String scope, int status) {
        var token = ISSUER.token().subject("somebody").roles(role).sites("*");
        Api caller = api(scope == null ? token : token.scopes(scope));

        Answer answer = overbook(caller, "Urgent");

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @Test
    void aMachineMayWithTheScopesOfBoth() {
        Api machine = api(ISSUER.token()
                .subject("machine")
                .roles("system")
                .scopes("calendar:write", "calendar:overbook")
                .sites("*"));

        assertThat(overbook(machine, "Urgent").status()).isEqualTo(201);
    }

    @Test
    void aReasonIsAsked() {
        Answer answer = overbook(api(), "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("overbook.reason")).isNotEmpty();
    }

    private Answer overbook(Api caller, String reason) {
        return overbook(caller, reason, START);
    }

    private Answer overbook(Api caller, String reason, String start) {
        return post(caller, desk.patient(), reason, start);
    }

    private Answer post(Api caller, String patient, String reason, String start) {
        String request = desk.request(patient, start);
        return caller.post(
                "/api/v1/bookings",
                request.substring(0, request.lastIndexOf('}')) + ",\"overbook\":{\"reason\":\"" + reason + "\"}}");
    }
}
