package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import org.junit.jupiter.api.Test;

/** The treatment under a programme that ships, at a certified site and at another. */
class EnrolmentIT extends CalendarWebIT {

    private static final String NINE = "2027-03-08T09:00:00-08:00";
    private static final String SITE = """
            {"name":"A Clinic","timeZone":"America/Los_Angeles","address":"1 Road","phone":"+1 555 0100",
             "certifications":[%s],"openingHours":{"MONDAY":[{"from":"08:00","to":"18:00"}]}}""";
    private static final String PATIENT = """
            {"givenName":"Maria","familyName":"Sousa","birthDate":"1985-04-12","language":"en","emailConsent":false,
             "enrolments":[%s]}""";

    private String site(String id, String certifications) {
        created(api().put("/api/v1/sites/" + id, SITE.formatted(certifications)));
        for (String kind : new String[] {"CHAIR", "NURSE", "PRESCRIBER"}) {
            created(api().put(
                            "/api/v1/sites/" + id + "/resources/" + kind.toLowerCase(java.util.Locale.ROOT),
                            """
                    {"kind":"%s","name":"%1$s","skills":["monitoring"],"lanes":1}""".formatted(kind)));
        }
        return id;
    }

    private String patient(String enrolments) {
        return created(api().post("/api/v1/patients", PATIENT.formatted(enrolments)))
                .json()
                .path("id")
                .asString();
    }

    private Answer book(String site, String patient) {
        return api().post("/api/v1/bookings", """
                {"patientId":"%s","siteId":"%s","treatmentId":"in-esk","appointments":[{"start":"%s"}]}""".formatted(patient, site, NINE));
    }

    private int slots(String site) {
        return api().get("/api/v1/availability?treatment=in-esk&from=2027-03-08&to=2027-03-08&site=" + site)
                .json()
                .path("slots")
                .size();
    }

    private static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    @Test
    void booksEnrolledPatientsAtCertifiedSites() {
        String site = site("certified-1", "\"esketamine\"");

        assertThat(slots(site)).isPositive();
        created(book(site, patient("\"esketamine\"")));
    }

    @Test
    void refusesASiteThatIsNotCertified() {
        String site = site("certified-2", "\"another\"");

        Answer refused = book(site, patient("\"esketamine\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("/problems/site-not-certified");
        assertThat(refused.error("siteId")).isNotEmpty();
        assertThat(slots(site)).isZero();
    }

    @Test
    void refusesAPatientUntilEnrolled() {
        String site = site("certified-3", "\"esketamine\"");
        String patient = patient("");

        Answer refused = book(site, patient);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("/problems/patient-not-enrolled");
        assertThat(refused.error("patientId")).isNotEmpty();
        api().put("/api/v1/patients/" + patient, PATIENT.formatted("\"esketamine\""), "If-Match", "\"1\"");
        created(book(site, patient));
    }

    @Test
    void movesNothingAtASiteThatLostItsCertification() {
        String site = site("certified-4", "\"esketamine\"");
        String appointment =
                FrontDesk.id(created(book(site, patient("\"esketamine\""))).json(), 0);
        api().put("/api/v1/sites/" + site, SITE.formatted(""), "If-Match", "\"1\"");

        Answer refused = api().post(
                        "/api/v1/appointments/" + appointment + "/reschedule",
                        "{\"start\":\"2027-03-08T13:00:00-08:00\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("/problems/site-not-certified");
        assertThat(api().get("/api/v1/appointments/" + appointment).text()).contains(NINE);
    }

    @Test
    void asksForNothingOfOtherTreatments() {
        String site = site("certified-5", "");

        created(api().post("/api/v1/bookings", """
                {"patientId":"%s","siteId":"%s","treatmentId":"consultation","appointments":[{"start":"%s"}]}""".formatted(patient(""), site, NINE)));
    }
}
