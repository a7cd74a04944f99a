package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What patients see and do by themselves, asked for by the program that serves their pages. */
class SelfServiceIT extends CalendarWebIT {

    private static final String DAY = "2026-12-01";
    private static final String NINE = DAY + "T09:00";
    private static final String BORN = "1985-04-12";

    private FrontDesk desk;
    private String patient;
    private String visit;

    @BeforeEach
    void openClinicAndBook() {
        desk = clinicWithChairs(1);
        patient = desk.patient();
        visit = FrontDesk.id(desk.book(patient, NINE).json(), 0);
    }

    @Test
    void showsTheVisitAndHowToPrepareButNotWhatItIsFor() {
        Answer answer = pages().post(ofVisit(""), asker(BORN));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode shown = answer.json();
        assertThat(shown.path("start").asString()).isEqualTo(NINE + ":00-08:00");
        assertThat(shown.path("status").asString()).isEqualTo("BOOKED");
        assertThat(shown.path("siteName").asString()).isEqualTo("A Clinic");
        assertThat(shown.at("/preparation/solidsHours").asInt()).isEqualTo(6);
        assertThat(shown.path("escortRequired").asBoolean()).isTrue();
        assertThat(shown.at("/preferences/reminders").asString()).isEqualTo("ALL");
        assertThat(answer.text()).doesNotContainIgnoringCase("treatment", "iv-mood", "infusion", "intraven", "mood");
    }

    @Test
    void doesNothingForWhoeverDoesNotKnowTheBirthDate() {
        for (String path : new String[] {"", "/answer", "/cancel"}) {
            Answer answer = pages().post(ofVisit(path), reply("1985-04-13", 0, "CONFIRMED"));
            // Each call takes its own body: only the one with too many fields is refused for those.
            assertThat(answer.status()).as(path + answer.text()).isIn(400, 403);
        }
        Answer answer = pages().post(ofVisit(""), asker("1985-04-13"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("/problems/wrong-birth-date");
        assertThat(desk.appointment(visit).json().path("status").asString()).isEqualTo("BOOKED");
        assertThat(desk.appointment(visit).json().has("reply")).isFalse();
    }

    @Test
    void anotherPatientsVisitIsNotThere() {
        String other = desk.patient();
        String body = "{\"patientId\":\"" + other + "\",\"birthDate\":\"" + BORN + "\"}";

        assertThat(pages().post(ofVisit(""), body).status()).isEqualTo(404);
        assertThat(pages().post(ofVisit("/cancel"), body.replace("}", ",\"sequence\":0}"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aConfirmationShowsToTheFrontDeskAndSayingItAgainChangesNothing() {
        assertThat(pages().post(ofVisit("/answer"), reply(BORN, 0, "CONFIRMED")).status())
                .isEqualTo(204);
        String version = desk.appointment(visit).header("ETag");
        assertThat(pages().post(ofVisit("/answer"), reply(BORN, 0, "CONFIRMED")).status())
                .isEqualTo(204);

        Answer appointment = desk.appointment(visit);
        assertThat(appointment.header("ETag")).isEqualTo(version);
        assertThat(appointment.json().at("/reply/answer").asString()).isEqualTo("CONFIRMED");
        assertThat(appointment.json().at("/reply/via").asString()).isEqualTo("LINK");
        assertThat(appointment.json().path("sequence").asInt()).isZero();
        assertThat(queue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DECLINED, PATIENT_DECLINED", "ANOTHER_TIME, PATIENT_ASKS"})
    void whoDoesNotComeIsOnTheRebookingQueueUntilTheVisitIsMoved(String said, String why) {
        pages().post(ofVisit("/answer"), reply(BORN, 0, said));

        assertThat(queue()).hasSize(1);
        assertThat(queue().at("/0/reasons/0/why").asString()).isEqualTo(why);
        JsonNode sheet = api().get("/api/v1/appointments?site=" + desk.site() + "&date=" + DAY)
                .json();
        assertThat(sheet.at("/items/0/reply/answer").asString()).isEqualTo(said);

        assertThat(desk.move(visit, "2026-12-02T09:00").status()).isEqualTo(200);

        assertThat(queue()).isEmpty();
        assertThat(desk.appointment(visit).json().has("reply")).isFalse();
    }

    @Test
    void whoAsksForAnotherTimeIsNotCountedAsStrandedByAChange() {
        pages().post(ofVisit("/answer"), reply(BORN, 0, "ANOTHER_TIME"));
        String path = "/api/v1/sites/" + desk.site() + "/resources/chair-1";

        Answer dryRun = api().put(
                        path + "?dryRun=true",
                        "{\"kind\":\"CHAIR\",\"name\":\"x\",\"skills\":[\"iv\"],\"lanes\":1}",
                        "If-Match",
                        api().get(path).header("ETag"));

        assertThat(dryRun.json().path("affected")).as(dryRun.text()).isEmpty();
    }

    @Test
    void aCalendarAnswersWithoutABirthDateAndALinkDoesNot() {
        String body = reply(BORN, 0, "DECLINED").replace("\"birthDate\":\"" + BORN + "\",", "");

        assertThat(pages().post(ofVisit("/answer"), body).status()).isEqualTo(400);
        assertThat(pages().post(ofVisit("/answer"), body.replace("LINK", "CALENDAR"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whatTheLinkOfAnOlderRevisionAsksForIsNotDone() {
        desk.move(visit, "2026-12-02T09:00");

        assertThat(pages().post(ofVisit("/answer"), reply(BORN, 0, "CONFIRMED")).status())
                .isEqualTo(409);
        assertThat(pages().post(ofVisit("/cancel"), cancellation(0)).status()).isEqualTo(409);
        assertThat(desk.appointment(visit).json().path("status").asString()).isEqualTo("BOOKED");
        assertThat(pages().post(ofVisit("/cancel"), cancellation(1)).status()).isEqualTo(204);
    }

    @Test
    void aPatientWhoCancelsManyTimesAtOnceCancelsOnceAndFreesThePlace() throws Exception {
        var answers = atOnce(Collections.nCopies(8, () -> pages().post(ofVisit("/cancel"), cancellation(0))));

        assertThat(answers).extracting(Answer::status).contains(204).isSubsetOf(204, 409, 412);
        JsonNode cancelled = desk.appointment(visit).json();
        assertThat(cancelled.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("sequence").asInt()).isEqualTo(1);
        assertThat(cancelled.path("cancelReason").asString()).isEqualTo("cancelled by the patient");
        assertThat(desk.free(NINE + ":00-08:00")).isEqualTo(1);
        assertThat(pages().post(ofVisit("/cancel"), cancellation(0)).status()).isEqualTo(204);
    }

    @Test
    void nobodyConfirmsOrCancelsAVisitThatHasBegun() {
        pass(Duration.ofDays(8).plusHours(6));

        assertThat(pages().post(ofVisit("/answer"), reply(BORN, 0, "CONFIRMED")).status())
                .isEqualTo(409);
        assertThat(pages().post(ofVisit("/cancel"), cancellation(0)).status()).isEqualTo(409);
    }

    @Test
    void anOfferedPlaceIsSeenAndTakenOnce() {
        String waiting = waits();
        String offer = offerTo();
        JsonNode shown = pages().post("/api/v1/self-service/offers/" + offer, asker(waiting, BORN))
                .json();
        assertThat(shown.path("state").asString()).isEqualTo("OPEN");
        assertThat(shown.path("start").asString()).isEqualTo(NINE + ":00-08:00");

        String accept = "/api/v1/self-service/offers/" + offer + "/accept";
        assertThat(pages().post(accept, asker(patient, BORN)).status()).isEqualTo(404);
        assertThat(pages().post(accept, asker(waiting, "1985-04-13")).status()).isEqualTo(403);
        assertThat(pages().post(accept, asker(waiting, BORN)).status()).isEqualTo(204);
        assertThat(pages().post(accept, asker(waiting, BORN)).status()).isEqualTo(204);

        assertThat(pages().post("/api/v1/self-service/offers/" + offer, asker(waiting, BORN))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ACCEPTED");
        assertThat(api().get("/api/v1/bookings?patientId=" + waiting).json().path("items"))
                .hasSize(1);
        assertThat(pages().post("/api/v1/self-service/offers/" + offer + "/decline", asker(waiting, BORN))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aDeclinedPlaceIsNotOfferedToThatPatientAnyMore() {
        String waiting = waits();
        String offer = offerTo();
        String decline = "/api/v1/self-service/offers/" + offer + "/decline";

        assertThat(pages().post(decline, asker(waiting, BORN)).status()).isEqualTo(204);
        assertThat(pages().post(decline, asker(waiting, BORN)).status()).isEqualTo(204);
        assertThat(pages().post("/api/v1/self-service/offers/" + offer, asker(waiting, BORN))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("DECLINED");
        assertThat(api().get("/api/v1/bookings?patientId=" + waiting).json().path("items"))
                .isEmpty();
    }

    @Test
    void preferencesAreThePatientsOwnAndCountAsAChangeOfTheContact() {
        String path = "/api/v1/self-service/patients/" + patient + "/preferences";
        String body = """
                {"birthDate":"%s","language":"de","channel":"EMAIL","reminders":"FEWER"}""".formatted(BORN);

        assertThat(pages().post(path, body.replace("1985", "1986")).status()).isEqualTo(403);
        assertThat(pages().post(path, body.replace("\"de\"", "\"!\"")).error("language"))
                .isNotEmpty();
        assertThat(pages().post(path, body).status()).isEqualTo(204);

        JsonNode changed = api().get("/api/v1/patients/" + patient).json();
        assertThat(changed.path("language").asString()).isEqualTo("de");
        assertThat(changed.at("/contactPreferences/reminders").asString()).isEqualTo("FEWER");
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        assertThat(pages().post(path, body).status()).isEqualTo(204);
        assertThat(api().get("/api/v1/patients/" + patient)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
    }

    private Api pages() {
        return api(ISSUER.token()
                .subject("patient-pages")
                .roles("system")
                .scopes("self-service")
                .sites("*"));
    }

    private String ofVisit(String rest) {
        return "/api/v1/self-service/appointments/" + visit + rest;
    }

    private String asker(String birthDate) {
        return asker(patient, birthDate);
    }

    private static String asker(String who, String birthDate) {
        return "{\"patientId\":\"" + who + "\",\"birthDate\":\"" + birthDate + "\"}";
    }

    private String cancellation(int sequence) {
        return asker(BORN).replace("}", ",\"sequence\":" + sequence + "}");
    }

    private String reply(String birthDate, int sequence, String answer) {
        return """
                {"patientId":"%s","birthDate":"%s","sequence":%d,"via":"LINK","answer":"%s"}""".formatted(patient, birthDate, sequence, answer);
    }

    private String waits() {
        String waiting = desk.patient();
        Answer entered =
                api().post("/api/v1/waitlist", """
                {"patientId":"%s","treatmentId":"%s","siteIds":["%s"],"from":"%s","to":"%s",\
                "timeOfDay":{"from":"09:00","to":"09:15"},"urgency":"ROUTINE"}""".formatted(waiting, FrontDesk.TREATMENT, desk.site(), DAY, DAY));
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
        desk.cancel(visit);
        return waiting;
    }

    private String offerTo() {
        return await().atMost(Duration.ofSeconds(25))
                .until(
                        () -> api().get("/api/v1/waitlist?site=" + desk.site())
                                .json()
                                .at("/items/0/offer/holdId")
                                .asString(""),
                        id -> !id.isEmpty());
    }

    private JsonNode queue() {
        return api().get("/api/v1/rebooking?site=" + desk.site()).json().path("items");
    }
}
