package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Patients are seen by the sites that know them. */
class PatientsOfSitesIT extends CalendarWebIT {

    private static final String PATIENTS = "/api/v1/patients";

    private FrontDesk theirs;
    private FrontDesk ours;
    private Api them;
    private Api us;
    private String familyName;

    @BeforeEach
    void open() {
        theirs = clinicWithChairs(1);
        ours = clinicWithChairs(1);
        them = api(everything(ISSUER).subject("them").sites(theirs.site()));
        us = api(everything(ISSUER).subject("us").sites(ours.site()));
        familyName = "Q" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void aPatientIsSeenWhereRegistered() {
        String patient = id(register(them, ""));

        assertThat(them.get(PATIENTS + "/" + patient).json().path("siteIds").toString())
                .isEqualTo("[\"" + theirs.site() + "\"]");
        assertThat(us.get(PATIENTS + "/" + patient).status()).isEqualTo(404);
        assertThat(us.put(PATIENTS + "/" + patient, body(""), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(us.delete(PATIENTS + "/" + patient).status()).isEqualTo(404);
        assertThat(us.get(PATIENTS + "/" + patient + "/export").status()).isEqualTo(404);
        assertThat(us.get(PATIENTS + "?q=" + familyName).json().path("items")).isEmpty();
        assertThat(them.get(PATIENTS + "?q=" + familyName).json().path("items")).hasSize(1);
        assertThat(new FrontDesk(us, ours.site())
                        .book(patient, "2026-12-01T09:00:00-08:00")
                        .error("patientId"))
                .as("like a patient who does not exist")
                .isNotEmpty();
    }

    @Test
    void aBookingMakesThePatientKnownToItsSite() {
        String patient = id(register(them, ""));
        Api both = api(everything(ISSUER).sites(theirs.site(), ours.site()));

        assertThat(new FrontDesk(both, ours.site())
                        .book(patient, "2026-12-01T09:00:00-08:00")
                        .status())
                .isEqualTo(201);

        assertThat(us.get(PATIENTS + "/" + patient).status()).isEqualTo(200);
    }

    @Test
    void nobodyHandsAPatientToASiteOutsideTheToken() {
        Answer refused = register(them, ",\"siteIds\":[\"%s\"]".formatted(ours.site()));
        assertThat(refused.error("siteIds")).isNotEmpty();
        assertThat(register(them, ",\"siteIds\":[\"*\"]").error("siteIds")).isNotEmpty();

        String patient = id(register(them, ""));
        assertThat(them.put(
                                PATIENTS + "/" + patient,
                                body(",\"siteIds\":[\"%s\"]".formatted(ours.site())),
                                "If-Match",
                                "\"1\"")
                        .error("siteIds"))
                .isNotEmpty();
    }

    @Test
    void nobodyTakesAPatientFromASiteOutsideTheToken() {
        Api both = api(everything(ISSUER).sites(theirs.site(), ours.site()));
        String patient = id(register(both, ""));

        Answer changed = them.put(
                PATIENTS + "/" + patient, body(",\"siteIds\":[\"%s\"]".formatted(theirs.site())), "If-Match", "\"1\"");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(us.get(PATIENTS + "/" + patient).status()).isEqualTo(200);
    }

    @Test
    void whoErasesActsForAllSitesThatKnowThePatient() {
        Api both = api(everything(ISSUER).sites(theirs.site(), ours.site()));
        String patient = id(register(both, ""));

        Answer refused = them.delete(PATIENTS + "/" + patient);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/known-elsewhere");
        assertThat(us.get(PATIENTS + "/" + patient).status()).isEqualTo(200);
        assertThat(both.delete(PATIENTS + "/" + patient).status()).isEqualTo(204);
    }

    @Test
    void aRefusedBookingMakesThePatientKnownToNobody() {
        String patient = id(register(them, ""));
        Api both = api(everything(ISSUER).sites(theirs.site(), ours.site()));

        assertThat(new FrontDesk(both, ours.site())
                        .book(patient, "2026-12-01T03:00:00-08:00")
                        .status())
                .isEqualTo(422);

        assertThat(us.get(PATIENTS + "/" + patient).status()).isEqualTo(404);
    }

    @Test
    void aSiteChangesItsBookingThoughItDoesNotKnowThePatientAnyMore() {
        Api both = api(everything(ISSUER).sites(theirs.site(), ours.site()));
        String patient = id(register(both, ""));
        String appointment = FrontDesk.id(
                new FrontDesk(us, ours.site())
                        .book(patient, "2026-12-01T09:00:00-08:00")
                        .json(),
                0);
        assertThat(both.put(
                                PATIENTS + "/" + patient,
                                body(",\"siteIds\":[\"%s\"]".formatted(theirs.site())),
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(200);

        assertThat(new FrontDesk(us, ours.site()).cancel(appointment).status()).isEqualTo(200);
    }

    @Test
    void findsAPatientByAddress() {
        String patient = id(register(them, ""));

        assertThat(them.get(PATIENTS + "?email=" + familyName + "@EXAMPLE.org").text())
                .contains(patient);
        assertThat(us.get(PATIENTS + "?email=" + familyName + "@example.org").text())
                .doesNotContain(patient);
    }

    private Answer register(Api api, String more) {
        return api.post(PATIENTS, body(more));
    }

    private String body(String more) {
        return """
                {"givenName":"Maria","familyName":"%1$s","birthDate":"1985-04-12","email":"%1$s@example.org",
                 "language":"en","emailConsent":true%2$s}""".formatted(familyName, more);
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }
}
