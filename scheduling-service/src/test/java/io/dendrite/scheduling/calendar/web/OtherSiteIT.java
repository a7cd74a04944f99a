package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody whose token names one site asks for what belongs to another: it is as if it did not exist. */
class OtherSiteIT extends CalendarWebIT {

    private static final String START = "2026-12-01T09:00:00-08:00";

    private FrontDesk theirs;
    private FrontDesk ours;
    private Api us;
    private String patient;
    private JsonNode booking;

    @BeforeEach
    void open() {
        theirs = clinicWithChairs(2);
        ours = clinicWithChairs(2);
        us = api(everything(ISSUER).subject("ours").sites(ours.site()));
        patient = theirs.patient();
        booking = theirs.book(patient, START).json();
    }

    @Test
    void everyCallThatNamesTheirSiteFindsNothing() {
        String site = "/api/v1/sites/" + theirs.site();
        String block = theirs.block("2026-12-02T09:00:00-08:00", "2026-12-02T10:00:00-08:00", "chair-1")
                .json()
                .path("id")
                .asString();
        List<Answer> answers = List.of(
                us.get(site),
                us.put(
                        site,
                        "{\"name\":\"Ours now\",\"timeZone\":\"UTC\",\"address\":\"1 Road\",\"phone\":\"1\",\"openingHours\":{}}",
                        "If-Match",
                        "\"1\""),
                us.get(site + "/resources"),
                us.get(site + "/resources/chair-1"),
                us.put(site + "/resources/chair-9", "{\"kind\":\"CHAIR\",\"name\":\"Nine\",\"skills\":[],\"lanes\":1}"),
                us.delete(site + "/resources/chair-1"),
                us.get(site + "/blocks?from=2026-12-01&to=2026-12-03"),
                us.post(
                        site + "/blocks",
                        FrontDesk.blockRequest("2026-12-03T09:00:00-08:00", "2026-12-03T10:00:00-08:00")),
                us.post(
                        site + "/blocks?dryRun=true",
                        FrontDesk.blockRequest("2026-12-03T09:00:00-08:00", "2026-12-03T10:00:00-08:00")),
                us.delete(site + "/blocks/" + block),
                us.get("/api/v1/availability?treatment=iv-mood-2&from=2026-12-01&to=2026-12-02&site=" + theirs.site()),
                us.get("/api/v1/appointments?date=2026-12-01&site=" + theirs.site()),
                us.get("/api/v1/holds?site=" + theirs.site()),
                us.post("/api/v1/holds", theirs.request(ours.patient(), "2026-12-04T09:00:00-08:00")),
                us.post("/api/v1/bookings", theirs.request(ours.patient(), START)));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("/problems/not-found");
        });
        assertThat(theirs.api().get(site + "/resources/chair-1").status()).isEqualTo(200);
        assertThat(theirs.api().get(site).json().path("name").asString()).isEqualTo("A Clinic");
        assertThat(us.get(site).json().path("detail").asString().replace(theirs.site(), "site-no"))
                .as("a site that does not exist is answered alike")
                .isEqualTo(us.get("/api/v1/sites/site-no").json().path("detail").asString());
    }

    @Test
    void theirBookingsAreNotThere() {
        String id = booking.path("id").asString();
        String appointment = FrontDesk.id(booking, 0);
        FrontDesk weAtTheirDesk = new FrontDesk(us, theirs.site());

        assertThat(us.get("/api/v1/bookings/" + id).status()).isEqualTo(404);
        assertThat(us.get("/api/v1/appointments/" + appointment).status()).isEqualTo(404);
        assertThat(weAtTheirDesk.move(appointment, "2026-12-01T13:00:00-08:00").status())
                .isEqualTo(404);
        assertThat(weAtTheirDesk.cancel(appointment).status()).isEqualTo(404);
        Course weAtTheirs = new Course(weAtTheirDesk, id);
        assertThat(List.of(
                        weAtTheirs.shift(1, 7),
                        weAtTheirs.add("2026-12-08T09:00:00-08:00"),
                        weAtTheirs.cancelRest(""),
                        weAtTheirs.repair(false),
                        weAtTheirs.repair(true)))
                .extracting(Answer::status)
                .containsOnly(404);
        assertThat(us.get("/api/v1/bookings?patientId=" + patient).json().path("items"))
                .isEmpty();
        assertThat(theirs.appointment(appointment).json().path("status").asString())
                .isEqualTo("BOOKED");
    }

    @Test
    void theirHoldsAreNotThere() {
        JsonNode hold = theirs.held("2026-12-03T09:00:00-08:00");
        String path = "/api/v1/holds/" + hold.path("id").asString();

        assertThat(List.of(
                        us.get(path),
                        us.delete(path),
                        us.post(path + "/extend", ""),
                        us.post("/api/v1/bookings", FrontDesk.requestFor(hold))))
                .extracting(Answer::status)
                .containsOnly(404);
        assertThat(theirs.api().get(path).json()).isEqualTo(hold);
    }

    @Test
    void listsShowOurSitesOnly() {
        JsonNode sites = us.get("/api/v1/sites?limit=200").json().path("items");

        assertThat(FrontDesk.each(sites, "id")).containsExactly(ours.site());
    }

    @Test
    void aManagerMakesNoSiteOutsideTheToken() {
        Answer answer = us.put(
                "/api/v1/sites/site-of-nobody",
                "{\"name\":\"New\",\"timeZone\":\"UTC\",\"address\":\"1 Road\",\"phone\":\"1\",\"openingHours\":{}}");

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aTokenWithoutSitesSeesNone() {
        Api nowhere = api(everything(ISSUER).without("sites"));

        assertThat(nowhere.get("/api/v1/sites").json().path("items")).isEmpty();
        assertThat(nowhere.get("/api/v1/sites/" + ours.site()).status()).isEqualTo(404);
        assertThat(nowhere.get("/api/v1/bookings/" + booking.path("id").asString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void indicationsAreForCliniciansAndManagers() {
        String path = "/api/v1/treatments/iv-mood-2";

        assertThat(api(ISSUER.token().roles("front-desk").sites("*"))
                        .get(path)
                        .json()
                        .has("indications"))
                .isFalse();
        assertThat(api(ISSUER.token().roles("front-desk").sites("*"))
                        .get("/api/v1/treatments")
                        .text())
                .doesNotContain("indications");
        assertThat(api(ISSUER.token().roles("clinician").sites("*"))
                        .get(path)
                        .json()
                        .path("indications"))
                .isNotEmpty();
    }
}
