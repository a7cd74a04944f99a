package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BookingsIT extends CalendarWebIT {

    private static final String NINE = "2027-03-08T09:00:00-08:00";
    private static final String[] COURSE = {
        "2027-03-08T09:00:00-08:00", "2027-03-10T09:00:00-08:00", "2027-03-12T09:00:00-08:00",
        "2027-03-15T09:00:00-07:00", "2027-03-17T09:00:00-07:00", "2027-03-19T09:00:00-07:00"
    };

    @Test
    void answersABookingInTheShapeThatIsPromised() {
        FrontDesk desk = clinicWithChairs(1);
        String patient = desk.patient();

        Answer answer = desk.book(patient, NINE);

        assertThat(answer.status()).isEqualTo(201);
        JsonNode booking = answer.json();
        String id = booking.path("id").asString();
        String createdAt = booking.path("createdAt").asString();
        assertThat(OffsetDateTime.parse(createdAt).toInstant()).isBetween(STARTED_AT, STARTED_AT.plusSeconds(3600));
        assertThat(createdAt).endsWith("-08:00");
        assertThat(booking).isEqualTo(JsonMapper.shared().readTree("""
                {"id":"%1$s","siteId":"%2$s","timeZone":"America/Los_Angeles","patientId":"%3$s",
                 "treatmentId":"iv-mood-2","createdAt":"%4$s","version":1,"appointments":[
                  {"id":"%1$s.1","status":"BOOKED","start":"2027-03-08T09:00:00-08:00",
                   "end":"2027-03-08T11:00:00-08:00","sequence":0,"phases":[
                    {"phase":"PREPARATION","start":"2027-03-08T09:00:00-08:00","end":"2027-03-08T09:15:00-08:00",
                     "resources":["chair-1","nurse-1"]},
                    {"phase":"ADMINISTRATION","start":"2027-03-08T09:15:00-08:00","end":"2027-03-08T10:00:00-08:00",
                     "resources":["chair-1","nurse-1","prescriber-1"]},
                    {"phase":"OBSERVATION","start":"2027-03-08T10:00:00-08:00","end":"2027-03-08T11:00:00-08:00",
                     "resources":["chair-1","nurse-1"]},
                    {"phase":"TURNOVER","start":"2027-03-08T11:00:00-08:00","end":"2027-03-08T11:15:00-08:00",
                     "resources":["chair-1"]}]}]}""".formatted(id, desk.site(), patient, createdAt)));
    }

    @Test
    void givesTheAddressAndTheVersionOfWhatWasBooked() {
        FrontDesk desk = clinicWithChairs(1);

        Answer booked = desk.book(desk.patient(), NINE);

        assertThat(booked.header("Location"))
                .isEqualTo("/api/v1/bookings/" + booked.json().path("id").asString());
        assertThat(booked.header("ETag")).isEqualTo("\"1\"");
        Answer read = api().get(booked.header("Location"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.json()).isEqualTo(booked.json());
    }

    @Test
    void booksACourseOfSixAsOneBookingWithTheSameStaff() {
        FrontDesk desk = clinicWithChairs(3);

        JsonNode booking = desk.booked(COURSE);

        JsonNode appointments = booking.path("appointments");
        assertThat(FrontDesk.each(appointments, "start")).containsExactly(COURSE);
        assertThat(FrontDesk.each(appointments, "id")).doesNotHaveDuplicates().hasSize(6);
        assertThat(appointments
                        .valueStream()
                        .map(visit -> visit.at("/phases/0/resources").toString())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void listsTheBookingsOfAPatientInPages() {
        FrontDesk desk = clinicWithChairs(1);
        String patient = desk.patient();
        List<String> made = Stream.of(COURSE)
                .limit(3)
                .map(start -> desk.book(patient, start).json().path("id").asString())
                .sorted()
                .toList();
        desk.booked("2027-03-09T09:00:00-08:00");

        JsonNode first =
                api().get("/api/v1/bookings?limit=2&patientId=" + patient).json();
        JsonNode rest = api().get("/api/v1/bookings?limit=2&patientId=" + patient + "&cursor="
                        + first.path("nextCursor").asString())
                .json();

        assertThat(FrontDesk.each(first.path("items"), "id")).isEqualTo(made.subList(0, 2));
        assertThat(FrontDesk.each(rest.path("items"), "id")).isEqualTo(made.subList(2, 3));
        assertThat(rest.has("nextCursor")).isFalse();
    }

    @Test
    void makesOneBookingOfManyEqualRequestsAtOnce() throws Exception {
        FrontDesk desk = clinicWithChairs(3);
        String patient = desk.patient();
        String body = desk.request(patient, NINE);
        String key = UUID.randomUUID().toString();

        List<Answer> answers = inParallel(() -> api().post("/api/v1/bookings", body, "Idempotency-Key", key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::text).containsOnly(answers.get(0).text());
        assertThat(answers)
                .extracting(answer -> answer.header("Location"))
                .containsOnly(answers.get(0).header("Location"));
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotent-Replay") == null)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> "true".equals(answer.header("Idempotent-Replay")))
                .hasSize(15);
        assertThat(api().get("/api/v1/bookings?patientId=" + patient).json().path("items"))
                .hasSize(1);
    }

    @Test
    void replaysTheFirstAnswerAlsoAfterTheBookingWasChanged() {
        FrontDesk desk = clinicWithChairs(1);
        String body = desk.request(desk.patient(), NINE);
        Answer first = api().post("/api/v1/bookings", body, "Idempotency-Key", "\"" + desk.site() + "\"");
        desk.cancel(FrontDesk.id(first.json(), 0));

        Answer again = api().post("/api/v1/bookings", body, "Idempotency-Key", "\"" + desk.site() + "\"");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void whatAnAttemptHasBookedStandsThoughTheStartIsPastWhenItIsRepeated() {
        FrontDesk desk = clinicWithChairs(1);
        String body = desk.request(desk.patient(), "2026-11-23T09:00:00-08:00");
        String key = UUID.randomUUID().toString();
        Answer first = api().post("/api/v1/bookings", body, "Idempotency-Key", key);
        loseAnswer(first.json().path("id").asString());
        pass(Duration.ofHours(6));

        Answer again = api().post("/api/v1/bookings", body, "Idempotency-Key", key);
        Answer another = api().post(
                        "/api/v1/bookings",
                        body,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(another.status()).as("what was not booked in time").isEqualTo(400);
    }

    @Test
    void refusesTheSameKeyForAnotherRequest() {
        FrontDesk desk = clinicWithChairs(3);
        String patient = desk.patient();
        String key = UUID.randomUUID().toString();
        api().post("/api/v1/bookings", desk.request(patient, NINE), "Idempotency-Key", key);

        Answer other = api().post("/api/v1/bookings", desk.request(patient, COURSE[1]), "Idempotency-Key", key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(desk.free(COURSE[1])).isEqualTo(3);
    }

    @Test
    void letsAKeyBeUsedAgainAfterARefusal() {
        FrontDesk desk = clinicWithChairs(1);
        JsonNode inTheWay = desk.booked(NINE);
        String body = desk.request(desk.patient(), NINE);
        String key = UUID.randomUUID().toString();
        assertThat(api().post("/api/v1/bookings", body, "Idempotency-Key", key).status())
                .isEqualTo(409);
        desk.cancel(FrontDesk.id(inTheWay, 0));

        assertThat(api().post("/api/v1/bookings", body, "Idempotency-Key", key).status())
                .isEqualTo(201);
    }

    @Test
    void findsAPlaceForEachOfACrowdThatFits() throws Exception {
        int crowd = 40;
        FrontDesk desk = FrontDesk.open(api(), "America/Los_Angeles", crowd, 20);
        desk.resource("NURSE", "nurse-2", 20);
        desk.resource("PRESCRIBER", "prescriber-2", 18);
        desk.resource("PRESCRIBER", "prescriber-3", 18);
        List<String> patients = Stream.generate(desk::patient).limit(crowd).toList();

        List<Callable<Answer>> requests = patients.stream()
                .map(patient -> (Callable<Answer>) () -> desk.book(patient, NINE))
                .toList();
        List<Answer> answers = atOnce(requests);

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(desk.free(NINE)).isZero();
    }

    private static List<Answer> inParallel(Callable<Answer> call) throws Exception {
        return atOnce(Stream.generate(() -> call).limit(16).toList());
    }
}
