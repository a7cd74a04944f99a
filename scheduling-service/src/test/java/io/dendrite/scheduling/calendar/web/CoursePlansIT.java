package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Planning courses and mending them, over HTTP. */
class CoursePlansIT extends CalendarWebIT {

    @Test
    void plansACourseThatCanBeBookedAsItIs() {
        FrontDesk desk = clinicWithChairs(2);
        String patient = desk.patient();
        desk.book(patient, "2027-03-08T08:00:00-08:00", "2027-03-10T17:00:00-08:00");
        desk.block("2027-03-15T00:00", "2027-03-16T00:00");

        Answer answer = plan(desk, "\"patientId\":\"%s\",\"earliest\":\"2027-03-08\"".formatted(patient));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode plan = answer.json();
        assertThat(plan.path("siteId").asString()).isEqualTo(desk.site());
        assertThat(plan.path("timeZone").asString()).isEqualTo("America/Los_Angeles");
        assertThat(plan.path("complete").asBoolean()).isTrue();
        assertThat(plan.path("unsatisfied").isArray()).isTrue();
        assertThat(plan.path("unsatisfied")).isEmpty();
        List<String> starts = FrontDesk.each(plan.path("appointments"), "start");
        assertThat(starts).hasSize(6).isSorted().noneMatch(start -> start.startsWith("2027-03-15"));
        assertThat(starts.get(5)).as("as soon as the spacing lets").startsWith("2027-03-25");
        assertThat(starts)
                .extracting(start -> start.substring(11, 19))
                .as("at one time of day")
                .containsOnly(starts.get(0).substring(11, 19));
        assertThat(plan.path("appointments")
                        .valueStream()
                        .map(session -> session.path("resources").toString())
                        .distinct())
                .containsExactly("[\"chair-1\",\"nurse-1\",\"prescriber-1\"]");

        Answer booked = desk.book(patient, starts.toArray(String[]::new));
        assertThat(booked.status()).as(booked.text()).isEqualTo(201);
        assertThat(booked.json().has("warnings")).isFalse();
    }

    @Test
    void proposesWhomThePatientKnows() {
        FrontDesk desk = clinicWithChairs(3);
        String patient = desk.patient();
        Answer visit = api().post(
                        "/api/v1/bookings",
                        desk.request(patient, "2027-03-01T09:00:00-08:00")
                                .replace("\"}]", "\",\"resources\":[\"chair-3\"]}]"));
        assertThat(visit.status()).as(visit.text()).isEqualTo(201);

        JsonNode plan = plan(desk, "\"patientId\":\"%s\",\"earliest\":\"2027-03-08\"".formatted(patient))
                .json();
        JsonNode asked = plan(desk, "\"earliest\":\"2027-03-08\",\"resources\":[\"chair-2\"]")
                .json();

        assertThat(plan.path("appointments"))
                .hasSize(6)
                .allSatisfy(session ->
                        assertThat(session.path("resources").toString()).contains("chair-3"));
        assertThat(asked.path("appointments"))
                .hasSize(6)
                .allSatisfy(session ->
                        assertThat(session.path("resources").toString()).contains("chair-2"));
    }

    @Test
    void booksNothing() {
        FrontDesk desk = clinicWithChairs(1);

        plan(desk, "\"earliest\":\"2027-03-08T09:00\"");

        assertThat(desk.free("2027-03-08T09:00:00-08:00")).isEqualTo(1);
    }

    @Test
    void keepsWishesAndSaysWhichItCannot() {
        FrontDesk desk = clinicWithChairs(1);
        String wishes = "\"earliest\":\"2027-03-08\",\"sessions\":3,\"weekdays\":[\"%s\",\"%s\"],"
                + "\"timeOfDay\":{\"from\":\"13:00\",\"to\":\"15:00\"}";

        JsonNode kept = plan(desk, wishes.formatted("TUESDAY", "FRIDAY")).json();
        JsonNode firm = plan(desk, wishes.formatted("SUNDAY", "SUNDAY") + ",\"wishesAreFirm\":true")
                .json();
        JsonNode relaxed = plan(desk, wishes.formatted("SUNDAY", "SUNDAY")).json();

        assertThat(FrontDesk.each(kept.path("appointments"), "start"))
                .containsExactly("2027-03-09T13:00:00-08:00", "2027-03-12T13:00:00-08:00", "2027-03-16T13:00:00-07:00");
        assertThat(kept.path("unsatisfied")).isEmpty();
        assertThat(firm.path("complete").asBoolean()).isFalse();
        assertThat(firm.path("appointments")).isEmpty();
        assertThat(firm.at("/unsatisfied/0/message").asString())
                .startsWith("only 0 of 3 sessions: no start between 2027-03-08 and 2027-06-05 fits");
        assertThat(relaxed.path("complete").asBoolean()).isTrue();
        assertThat(relaxed.path("unsatisfied")).hasSize(3);
        assertThat(relaxed.at("/unsatisfied/0/message").asString()).contains("is a Monday");
    }

    @Test
    void plansAroundTheBookingThatItReplaces() {
        FrontDesk desk = clinicWithChairs(1);
        Course course = Course.booked(desk, "2027-03-08T09:00:00-08:00");
        String early = "\"earliest\":\"2027-03-08T09:00\",\"sessions\":1";

        assertThat(first(plan(desk, early))).isEqualTo("2027-03-08T11:15:00-08:00");
        assertThat(first(plan(desk, early + ",\"bookingId\":\"" + course.id() + "\"")))
                .isEqualTo("2027-03-08T09:00:00-08:00");
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        FrontDesk desk = clinicWithChairs(1);

        assertThat(plan(desk, "\"earliest\":\"2026-11-01\"").error("earliest")).contains("past");
        assertThat(plan(desk, "\"earliest\":\"2027-02-30\"").error("earliest")).isNotEmpty();
        assertThat(plan(desk, "\"earliest\":\"2030-02-01\"").error("earliest")).contains("two years");
        assertThat(plan(desk, "\"sessions\":61,\"earliest\":\"2027-03-08\"").error("sessions"))
                .isNotEmpty();
        assertThat(plan(desk, "\"earliest\":\"2027-03-08\",\"weekdays\":[\"FUNDAY\"]")
                        .error("weekdays[0]"))
                .contains("MONDAY");
        assertThat(plan(desk, "\"earliest\":\"2027-03-08\",\"timeOfDay\":{\"from\":\"12:00\",\"to\":\"09:00\"}")
                        .error("timeOfDay.to"))
                .isNotEmpty();
        assertThat(plan(desk, "\"earliest\":\"2027-03-08\",\"resources\":[\"chair-9\"]")
                        .error("resources[0]"))
                .isNotEmpty();
        assertThat(plan(desk, "\"earliest\":\"2027-03-08\",\"patientId\":\"nobody\"")
                        .error("patientId"))
                .isNotEmpty();
        assertThat(api().post("/api/v1/course-plans", """
                        {"siteId":"%s","treatmentId":"iv-boost","earliest":"2027-03-08"}""".formatted(desk.site()))
                        .error("treatmentId"))
                .contains("course");
        assertThat(api(everything(ISSUER).sites(clinicWithChairs(1).site()))
                        .post("/api/v1/course-plans", """
                        {"siteId":"%s","treatmentId":"iv-mood-2","earliest":"2027-03-08"}""".formatted(desk.site()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void mendsACourseInOneWriteWhenAsked() {
        FrontDesk desk = clinicWithChairs(1);
        Course course = Course.booked(
                desk,
                "2027-03-08T09:00:00-08:00",
                "2027-03-11T09:00:00-08:00",
                "2027-03-15T09:00:00-07:00",
                "2027-03-18T09:00:00-07:00");
        desk.cancel(course.appointment(3));
        JsonNode before = course.json();

        JsonNode proposed = course.repair(false).json();

        assertThat(course.json()).isEqualTo(before);
        assertThat(proposed.path("applied").asBoolean()).isFalse();
        assertThat(proposed.path("complete").asBoolean()).isTrue();
        assertThat(proposed.path("kept")).hasSize(3);
        assertThat(proposed.path("moves")).isEmpty();
        assertThat(FrontDesk.each(proposed.path("additions"), "start")).containsExactly("2027-03-15T09:00:00-07:00");
        assertThat(proposed.at("/additions/0").has("appointmentId")).isFalse();
        assertThat(course.repair(true, "If-Match", "\"1\"").status()).isEqualTo(412);

        Answer applied = course.repair(true, "If-Match", "\"2\"");

        assertThat(applied.status()).as(applied.text()).isEqualTo(200);
        assertThat(applied.header("ETag")).isEqualTo("\"3\"");
        assertThat(applied.json().path("applied").asBoolean()).isTrue();
        assertThat(applied.json().at("/additions/0/appointmentId").asString()).isEqualTo(course.appointment(5));
        assertThat(course.json().has("warnings")).isFalse();
        assertThat(course.each("start")).contains("2027-03-15T09:00:00-07:00");
        assertThat(course.repair(true).json().path("additions"))
                .as("nothing is left to mend")
                .isEmpty();
        assertThat(course.json().path("version").asInt()).isEqualTo(3);
    }

    @Test
    void mendsNothingWithoutACourse() {
        Answer booked =
                api().post("/api/v1/bookings", """
                {"patientId":"%s","siteId":"riverside","treatmentId":"consultation",
                 "appointments":[{"start":"2027-03-22T09:00"}]}""".formatted(clinicWithChairs(1).patient()));

        Answer refused =
                api().post("/api/v1/bookings/" + booked.json().path("id").asString() + "/repair", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/illegal-status");
    }

    private Answer plan(FrontDesk desk, String members) {
        return api().post("/api/v1/course-plans", """
                {"siteId":"%s","treatmentId":"iv-mood-2",%s}""".formatted(desk.site(), members));
    }

    private static String first(Answer plan) {
        return plan.json().at("/appointments/0/start").asString();
    }
}
