package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which starts are asked for, and why the others are refused. */
class ExplainedAvailabilityIT extends CalendarWebIT {

    private static final String MONDAY = "2027-03-08";
    private static final String NINE = "2027-03-08T09:00:00-08:00";
    private static final String PAST_NINE = "2027-03-08T09:15:00-08:00";
    private static final String ELEVEN = "2027-03-08T11:00:00-08:00";

    @Test
    void saysNothingOfRefusedStartsUnlessAsked() {
        Answer answer = clinicWithChairs(1).availability(MONDAY, MONDAY);

        assertThat(answer.json().propertyNames()).containsExactly("timeZone", "slots");
    }

    @Test
    void namesThePhaseTheKindAndTheResources() {
        FrontDesk desk = clinicWithChairs(1);
        desk.booked(ELEVEN);

        Answer answer = desk.availability(NINE, PAST_NINE, "&explain=true");

        // The chair's turnover would run into the next visit; the nurse watches three and has room.
        assertThat(answer.json().path("refused")).isEqualTo(JsonMapper.shared().readTree("""
                [{"start":"%s","reasons":[
                    {"phase":"TURNOVER","kind":"CHAIR","skills":[],"why":"TAKEN","resources":["chair-1"]}]}]""".formatted(NINE)));
        assertThat(answer.json().path("slots")).isEmpty();
    }

    @Test
    void tellsAbsencesFromClosures() {
        FrontDesk desk = clinicWithChairs(2);
        desk.block(NINE, ELEVEN, "nurse-1");
        assertThat(whys(desk.availability(NINE, PAST_NINE, "&explain=true"))).containsOnly("ABSENT");
        desk.block("2027-03-08T13:00:00-08:00", "2027-03-08T14:00:00-08:00");

        Answer closed = desk.availability("2027-03-08T13:00:00-08:00", "2027-03-08T13:15:00-08:00", "&explain=true");
        assertThat(whys(closed)).containsOnly("CLOSED");
        assertThat(FrontDesk.each(reasons(closed), "kind")).contains("CHAIR", "NURSE", "PRESCRIBER");
    }

    @Test
    void namesThePhasesThatLieOutsideOpeningHours() {
        Answer answer = clinicWithChairs(1)
                .availability("2027-03-08T16:15:00-08:00", "2027-03-08T16:30:00-08:00", "&explain=true");

        assertThat(whys(answer)).containsExactly("CLOSED");
        assertThat(FrontDesk.each(reasons(answer), "phase")).containsExactly("OBSERVATION");
    }

    @Test
    void answersEachStartOnceFreeOrRefused() {
        FrontDesk desk = clinicWithChairs(1);
        desk.booked(ELEVEN);

        JsonNode all = desk.availability(MONDAY, MONDAY, "&explain=true").json();

        assertThat(all.path("slots").size() + all.path("refused").size()).isEqualTo(96);
        assertThat(desk.availability(MONDAY, MONDAY, "&explain=true", "&limit=3")
                        .json()
                        .path("refused"))
                .hasSize(3);
    }

    @Test
    void leavesOutWhenThePatientIsElsewhere() {
        FrontDesk desk = clinicWithChairs(3);
        String patient = desk.patient();
        assertThat(desk.book(patient, ELEVEN).status()).isEqualTo(201);

        Answer answer = desk.availability(NINE, ELEVEN, "&explain=true", "&patientId=" + patient);

        assertThat(FrontDesk.each(answer.json().path("slots"), "start")).containsExactly(NINE);
        assertThat(whys(answer)).containsOnly("PATIENT_BUSY");
        assertThat(desk.availability(NINE, ELEVEN).json().path("slots")).hasSize(8);
    }

    @Test
    void answersOnlyTheDaysAndTimesThatAreAskedFor() {
        FrontDesk desk = clinicWithChairs(1);

        // From the fourteenth of March it is summer time.
        Answer answer = desk.availability(
                MONDAY, "2027-03-17", "&weekdays=TUESDAY,MONDAY", "&timeOfDay=09:00-09:30", "&explain=true");

        assertThat(FrontDesk.each(answer.json().path("slots"), "start"))
                .containsExactly(
                        NINE,
                        PAST_NINE,
                        "2027-03-09T09:00:00-08:00",
                        "2027-03-09T09:15:00-08:00",
                        "2027-03-15T09:00:00-07:00",
                        "2027-03-15T09:15:00-07:00",
                        "2027-03-16T09:00:00-07:00",
                        "2027-03-16T09:15:00-07:00");
        assertThat(answer.json().path("refused")).isEmpty();
    }

    @Test
    void saysThatTheResourceAskedForIsTheMatter() {
        FrontDesk desk = clinicWithChairs(2);
        desk.block(NINE, ELEVEN, "chair-1");

        Answer answer = desk.availability(NINE, PAST_NINE, "&explain=true", "&resource=chair-1");

        assertThat(whys(answer)).containsOnly("ABSENT");
        assertThat(reasons(answer).path(0).path("resources").toString()).isEqualTo("[\"chair-1\"]");
    }

    @Test
    void saysThatASiteIsNotCertifiedAndThatAPatientIsNotEnrolled() {
        FrontDesk desk = clinicWithChairs(1);
        String query =
                "/api/v1/availability?treatment=in-esk&from=" + NINE + "&to=" + PAST_NINE + "&explain=true&site=";

        Answer elsewhere = api().get(query + desk.site());
        assertThat(elsewhere.json().path("slots")).isEmpty();
        assertThat(whys(elsewhere)).containsExactly("SITE_NOT_CERTIFIED");
        assertThat(whys(api().get(query + "riverside&patientId=" + desk.patient())))
                .containsExactly("PATIENT_NOT_ENROLLED");
        assertThat(api().get(query + "riverside").json().path("slots")).hasSize(1);
    }

    private static JsonNode reasons(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().at("/refused/0/reasons");
    }

    private static List<String> whys(Answer answer) {
        return FrontDesk.each(reasons(answer), "why");
    }
}
