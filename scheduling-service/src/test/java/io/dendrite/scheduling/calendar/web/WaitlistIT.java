package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Waiting at a clinic with one chair, for the first of December, from nine to half past nine: on that day somebody sits
 * there at nine, so that nobody else can start before eleven.
 */
class WaitlistIT extends CalendarWebIT {

    private static final String DAY = "2026-12-01";
    private static final String NINE = DAY + "T09:00";

    private FrontDesk desk;
    private String inTheWay;

    @BeforeEach
    void openClinicAndFillIt() {
        desk = clinicWithChairs(1);
        inTheWay = FrontDesk.id(desk.booked(NINE), 0);
    }

    @Test
    void aCancelledPlaceIsOfferedAndBookedByAccepting() {
        String entry = enter("ROUTINE");
        assertThat(entry(entry).has("offer")).isFalse();

        desk.cancel(inTheWay);
        JsonNode offer = offerTo(entry);

        assertThat(offer.path("start").asString()).isEqualTo(NINE + ":00-08:00");
        // Eight days ahead there is a day to answer, and nobody has to at four in the morning.
        assertThat(offer.path("expiresAt").asString()).isEqualTo("2026-11-24T09:00:00-08:00");
        assertThat(desk.free(NINE + ":00-08:00")).isZero();

        Answer accepted = accept(entry);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        assertThat(accepted.json().path("status").asString()).isEqualTo("BOOKED");
        JsonNode booking = api().get(
                        "/api/v1/bookings/" + accepted.json().path("bookingId").asString())
                .json();
        assertThat(booking.at("/appointments/0/start").asString()).isEqualTo(NINE + ":00-08:00");
        assertThat(booking.path("patientId")).isEqualTo(entry(entry).path("patientId"));
        assertThat(listed()).isEmpty();
        assertThat(accept(entry).problem()).isEqualTo("/problems/hold-used");
    }

    @Test
    void aMovedVisitFreesItsPlace() {
        String entry = enter("SOON");

        desk.move(inTheWay, "2026-12-02T09:00");

        assertThat(offerTo(entry).path("start").asString()).startsWith(NINE);
    }

    @Test
    void aMissedVisitALiftedBlockAndNewHoursFreePlaces() {
        FrontDesk other = clinicWithChairs(1);
        String block = other.block(DAY + "T08:00:00-08:00", DAY + "T18:00:00-08:00")
                .json()
                .path("id")
                .asString();
        String entry = enter(other, other.patient(), "SOON", DAY, DAY);
        assertThat(api().delete(other.blocks() + "/" + block).status()).isEqualTo(204);
        assertThat(offerTo(entry).path("start").asString()).startsWith(NINE);

        // Sundays are closed, until they are not.
        String sunday = "2026-12-06";
        String waitsForSunday = enter(other, other.patient(), "SOON", sunday, sunday);
        Answer site = api().get("/api/v1/sites/" + other.site());
        String hours = site.json().path("openingHours").toString();
        Answer opened = api().put(
                        "/api/v1/sites/" + other.site(),
                        """
                {"name":"A Clinic","timeZone":"America/Los_Angeles","address":"1 Road","phone":"+1 555 0100",
                 "openingHours":%s}""".formatted(hours.replace(
                                "{\"MONDAY\"", "{\"SUNDAY\":[{\"from\":\"08:00\",\"to\":\"18:00\"}],\"MONDAY\"")),
                        "If-Match",
                        site.header("ETag"));
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        assertThat(offerTo(waitsForSunday).path("start").asString()).startsWith(sunday);
    }

    @Test
    void theMostUrgentIsAskedFirstAndThenWhoWaitsLongest() {
        String routine = enter("ROUTINE");
        String soon = enter("SOON");
        String soonToo = enter("SOON");
        String urgent = enter("URGENT");
        assertThat(listed()).containsExactly(urgent, soon, soonToo, routine);

        desk.cancel(inTheWay);

        for (String next : List.of(urgent, soon, soonToo, routine)) {
            offerTo(next);
            assertThat(withOffers()).containsExactly(next);
            Answer declined = api().post("/api/v1/waitlist/" + next + "/decline", "");
            assertThat(declined.status()).as(declined.text()).isEqualTo(200);
            assertThat(declined.json().at("/earlierOffers/0/outcome").asString())
                    .isEqualTo("DECLINED");
        }
        await().until(() -> withOffers().isEmpty());
        assertThat(desk.free(NINE + ":00-08:00")).isEqualTo(1);
        assertThat(api().post("/api/v1/waitlist/" + urgent + "/decline", "").problem())
                .isEqualTo("/problems/no-offer");
    }

    @Test
    void anOfferThatNobodyAnswersGoesToTheNext() {
        String first = enter("URGENT");
        String second = enter("SOON");
        desk.cancel(inTheWay);
        String lapsed = offerTo(first).path("holdId").asString();

        pass(Duration.ofHours(30));

        offerTo(second);
        await().until(() ->
                entry(first).at("/earlierOffers/0/outcome").asString().equals("EXPIRED"));
        assertThat(accept(first, lapsed).problem()).isEqualTo("/problems/hold-expired");
        assertThat(accept(second).status()).isEqualTo(201);
    }

    @Test
    void ofManyWhoAcceptOneBooks() throws Exception {
        String entry = enter("SOON");
        desk.cancel(inTheWay);
        String hold = offerTo(entry).path("holdId").asString();
        List<Callable<Answer>> accepts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            accepts.add(() -> accept(entry, hold));
        }

        List<Answer> answers = atOnce(accepts);

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::problem)
                .containsOnly("/problems/hold-used");
    }

    @Test
    void acceptingWhileSomebodyWithdrawsLeavesNoHalf() throws Exception {
        String entry = enter("SOON");
        desk.cancel(inTheWay);
        offerTo(entry);

        List<Answer> answers = atOnce(List.of(() -> accept(entry), () -> api().delete("/api/v1/waitlist/" + entry)));

        boolean booked = answers.get(0).status() == 201;
        await().until(() -> desk.free(NINE + ":00-08:00") == (booked ? 0 : 1));
        assertThat(entry(entry).path("status").asString()).isEqualTo(booked ? "BOOKED" : "WITHDRAWN");
    }

    @Test
    void nobodyIsOfferedWhatTheyCannotAttend() {
        String busy = desk.patient();
        FrontDesk elsewhere = clinicWithChairs(1);
        assertThat(elsewhere.book(busy, NINE).status()).isEqualTo(201);
        String course = desk.patient();
        assertThat(desk.book(course, "2026-11-30T09:00").status()).isEqualTo(201);
        enter(desk, busy, "URGENT", DAY, DAY);
        enter(desk, course, "URGENT", DAY, DAY);
        enter(desk, desk.patient(), "URGENT", "2026-12-02", "2026-12-02");
        String can = enter("ROUTINE");

        desk.cancel(inTheWay);

        offerTo(can);
        assertThat(listed()).hasSize(4);
        assertThat(withOffers()).contains(can).hasSize(2);
    }

    @Test
    void whoLeavesGivesTheOfferToTheNext() {
        String first = enter("SOON");
        String second = enter("SOON");
        desk.cancel(inTheWay);
        offerTo(first);

        assertThat(api().delete("/api/v1/waitlist/" + first).status()).isEqualTo(204);

        offerTo(second);
        assertThat(entry(first).path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(api().delete("/api/v1/waitlist/" + first).status()).isEqualTo(404);
    }

    @Test
    void aPatientWaitsOnceForATreatment() {
        String patient = desk.patient();
        String entry = enter(desk, patient, "SOON", DAY, DAY);

        Answer again = api().post("/api/v1/waitlist", request(desk, patient, "ROUTINE", DAY, DAY));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("/problems/waiting-already");
        assertThat(again.json().path("entryId").asString()).isEqualTo(entry);
    }

    @Test
    void aRepeatedEntryAndARepeatedAcceptanceAreOne() {
        String key = UUID.randomUUID().toString();
        String body = request(desk, desk.patient(), "SOON", DAY, DAY);
        Answer first = api().post("/api/v1/waitlist", body, "Idempotency-Key", key);
        assertThat(api().post("/api/v1/waitlist", body, "Idempotency-Key", key).json())
                .isEqualTo(first.json());
        String entry = first.json().path("id").asString();
        desk.cancel(inTheWay);
        offerTo(entry);

        String accept = "/api/v1/waitlist/" + entry + "/accept";
        Answer accepted = api().post(accept, "{}", "Idempotency-Key", key);

        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        assertThat(api().post(accept, "{}", "Idempotency-Key", key).json()).isEqualTo(accepted.json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"urgency\":\"SOON\" | \"urgency\":\"ASAP\" | urgency",
                "\"urgency\":\"SOON\" | \"urgency\":\"URGENT\" | reasonCode",
                "\"urgency\":\"SOON\" | \"urgency\":\"SOON\",\"reasonCode\":\"COURSE_AT_RISK\" | reasonCode",
                "\"to\":\"2026-12-01\" | \"to\":\"2026-11-01\" | to",
                "\"to\":\"2026-12-01\" | \"to\":\"2026-02-30\" | to",
                "\"urgency\":\"SOON\" | \"urgency\":\"SOON\",\"timeOfDay\":{\"from\":\"12:00\",\"to\":\"09:00\"} | timeOfDay.to"
            })
    void aWrongEntryIsRefusedByField(String right, String wrong, String field) {
        String body = request(desk, desk.patient(), "SOON", DAY, DAY)
                .replace("\"timeOfDay\":{\"from\":\"09:00\",\"to\":\"09:15\"},", "")
                .replace(right, wrong);

        Answer answer = api().post("/api/v1/waitlist", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error(field)).as(answer.text()).isNotEmpty();
    }

    @Test
    void onlyCliniciansReadWhySomebodyIsUrgent() {
        String entry = enter("URGENT");
        Api clinician = api(ISSUER.token().subject("nurse").roles("clinician").sites(desk.site()));
        Api frontDesk = api(ISSUER.token().subject("desk").roles("front-desk").sites(desk.site()));

        assertThat(clinician
                        .get("/api/v1/waitlist/" + entry)
                        .json()
                        .path("reasonCode")
                        .asString())
                .isEqualTo("CLINICAL_DETERIORATION");
        assertThat(frontDesk.get("/api/v1/waitlist/" + entry).json().has("reasonCode"))
                .isFalse();
    }

    @Test
    void otherSitesSeeNobody() {
        String entry = enter("SOON");
        Api others = api(everything(ISSUER).sites(clinicWithChairs(1).site()));

        assertThat(others.get("/api/v1/waitlist/" + entry).status()).isEqualTo(404);
        assertThat(others.get("/api/v1/waitlist?site=" + desk.site()).status()).isEqualTo(404);
        assertThat(others.post("/api/v1/waitlist/" + entry + "/accept", "{}").status())
                .isEqualTo(404);
        assertThat(others.delete("/api/v1/waitlist/" + entry).status()).isEqualTo(404);
    }

    @Test
    void anErasedPatientWaitsNoLonger() {
        String patient = desk.patient();
        String entry = enter(desk, patient, "URGENT", DAY, DAY);
        desk.cancel(inTheWay);
        offerTo(entry);
        assertThat(api().get("/api/v1/patients/" + patient + "/export")
                        .json()
                        .at("/others/waitlist/0/id")
                        .asString())
                .isEqualTo(entry);

        String version = api().get("/api/v1/patients/" + patient).header("ETag");
        Answer erased = api().delete("/api/v1/patients/" + patient, "If-Match", version);

        assertThat(erased.status()).as(erased.text()).isEqualTo(204);
        assertThat(listed()).isEmpty();
        await().until(() -> desk.free(NINE + ":00-08:00") == 1);
    }

    private String enter(String urgency) {
        return enter(desk, desk.patient(), urgency, DAY, DAY);
    }

    private String enter(FrontDesk at, String patient, String urgency, String from, String to) {
        Answer answer = api().post("/api/v1/waitlist", request(at, patient, urgency, from, to));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static String request(FrontDesk at, String patient, String urgency, String from, String to) {
        String why = urgency.equals("URGENT") ? ",\"reasonCode\":\"CLINICAL_DETERIORATION\"" : "";
        return """
                {"patientId":"%s","treatmentId":"%s","siteIds":["%s"],"from":"%s","to":"%s",\
                "timeOfDay":{"from":"09:00","to":"09:15"},"urgency":"%s"%s}""".formatted(patient, FrontDesk.TREATMENT, at.site(), from, to, urgency, why);
    }

    private JsonNode offerTo(String entry) {
        return await().atMost(Duration.ofSeconds(25))
                .until(() -> entry(entry).path("offer"), offer -> offer.has("holdId"));
    }

    private JsonNode entry(String id) {
        return api().get("/api/v1/waitlist/" + id).json();
    }

    private Answer accept(String entry) {
        return api().post("/api/v1/waitlist/" + entry + "/accept", "");
    }

    private Answer accept(String entry, String hold) {
        return api().post("/api/v1/waitlist/" + entry + "/accept", "{\"holdId\":\"" + hold + "\"}");
    }

    private JsonNode waiting() {
        return api().get("/api/v1/waitlist?site=" + desk.site()).json().path("items");
    }

    private List<String> listed() {
        return FrontDesk.each(waiting(), "id");
    }

    private List<String> withOffers() {
        return waiting()
                .valueStream()
                .filter(entry -> entry.has("offer"))
                .map(entry -> entry.path("id").asString())
                .toList();
    }
}
