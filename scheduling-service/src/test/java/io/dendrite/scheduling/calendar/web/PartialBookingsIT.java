package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.dendrite.scheduling.Api.Answer;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Booking in part, and what answers say of courses that leave the protocol. */
class PartialBookingsIT extends CalendarWebIT {

    private static final String NINE = "2027-03-08T09:00:00-08:00";
    private static final String THURSDAY = "2027-03-11T09:00:00-08:00";
    private static final String SUNDAY = "2027-03-14T09:00:00-07:00";
    private static final String MONDAY = "2027-03-15T09:00:00-07:00";

    @Test
    void booksWhatCanBeHadAndNamesTheRest() {
        FrontDesk desk = clinicWithChairs(1);
        desk.booked(THURSDAY);

        Answer answer = partly(desk, desk.patient(), NINE, THURSDAY, SUNDAY, MONDAY);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode booking = answer.json();
        assertThat(FrontDesk.each(booking.path("appointments"), "start")).containsExactly(NINE, MONDAY);
        assertThat(FrontDesk.id(booking, 1)).as("numbered as asked").endsWith(".4");
        JsonNode refused = booking.path("refused");
        assertThat(refused).hasSize(2);
        assertThat(refused.at("/0/index").asInt()).isEqualTo(1);
        assertThat(refused.at("/0/start").asString()).isEqualTo(THURSDAY);
        assertThat(refused.at("/0/problem/type").asString()).isEqualTo("/problems/slot-taken");
        assertThat(refused.at("/0/problem/title").asString()).isNotEmpty();
        assertThat(refused.at("/0/problem/detail").asString()).isNotEmpty();
        assertThat(refused.at("/0/problem/alternatives/0/start").asString()).isNotEmpty();
        assertThat(refused.at("/1/index").asInt()).isEqualTo(2);
        assertThat(refused.at("/1/problem/type").asString()).isEqualTo("/problems/not-open");
    }

    @Test
    void saysThatNothingWasRefused() {
        FrontDesk desk = clinicWithChairs(1);

        Answer answer = partly(desk, desk.patient(), NINE, THURSDAY);

        assertThat(answer.json().path("refused").isArray()).isTrue();
        assertThat(answer.json().path("refused")).isEmpty();
        assertThat(desk.booked(MONDAY).has("refused")).isFalse();
    }

    @Test
    void booksNothingWhenNothingCanBeHad() {
        FrontDesk desk = clinicWithChairs(1);
        desk.booked(THURSDAY);
        String patient = desk.patient();

        Answer answer = partly(desk, patient, SUNDAY, THURSDAY);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("/problems/slot-taken");
        assertThat(answer.error("appointments[0].start")).isNotEmpty();
        assertThat(answer.json().at("/refused/0/problem/type").asString()).isEqualTo("/problems/not-open");
        assertThat(answer.json().path("refused")).hasSize(2);
        assertThat(api().get("/api/v1/bookings?patientId=" + patient).json().path("items"))
                .isEmpty();
    }

    @Test
    void repeatsTheSameAnswerWhenThePlaceIsFreeAgain() {
        FrontDesk desk = clinicWithChairs(1);
        JsonNode inTheWay = desk.booked(THURSDAY);
        String body = partial(desk, desk.patient(), NINE, THURSDAY);
        String key = UUID.randomUUID().toString();
        Answer first = api().post("/api/v1/bookings", body, "Idempotency-Key", key);
        desk.cancel(FrontDesk.id(inTheWay, 0));

        Answer again = api().post("/api/v1/bookings", body, "Idempotency-Key", key);

        assertThat(first.json().path("refused")).hasSize(1);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    }

    @Test
    void answersARepetitionAfterACrashWithWhatWasBookedAndRefused() {
        FrontDesk desk = clinicWithChairs(1);
        JsonNode inTheWay = desk.booked(THURSDAY);
        String body = partial(desk, desk.patient(), NINE, THURSDAY, SUNDAY);
        String key = UUID.randomUUID().toString();
        Answer first = api().post("/api/v1/bookings", body, "Idempotency-Key", key);
        desk.cancel(FrontDesk.id(inTheWay, 0));
        loseAnswer(first.json().path("id").asString());

        Answer again = api().post("/api/v1/bookings", body, "Idempotency-Key", key);

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replay")).isNull();
        assertThat(again.json().path("appointments")).isEqualTo(first.json().path("appointments"));
        assertThat(again.json()
                        .path("refused")
                        .valueStream()
                        .map(refused -> refused.path("index").asInt()))
                .containsExactly(1, 2);
    }

    @Test
    void answersARepetitionOfAWholeBookingAfterACrash() {
        FrontDesk desk = clinicWithChairs(1);
        String body = desk.request(desk.patient(), NINE, THURSDAY);
        String key = UUID.randomUUID().toString();
        Answer first = api().post("/api/v1/bookings", body, "Idempotency-Key", key);
        loseAnswer(first.json().path("id").asString());

        Answer again = api().post("/api/v1/bookings", body, "Idempotency-Key", key);

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void addsOnceAlsoOverACrash() {
        FrontDesk desk = clinicWithChairs(1);
        Course course = Course.booked(desk, NINE, THURSDAY);
        desk.cancel(course.appointment(2));
        String key = UUID.randomUUID().toString();
        Answer first = course.add(MONDAY, "Idempotency-Key", key, "If-Match", "\"2\"");
        String request = entry(course.id())
                .getList("appointments", Document.class)
                .get(2)
                .get("added", Document.class)
                .getString("request");
        loseAnswer(request);

        Answer again = course.add(MONDAY, "Idempotency-Key", key, "If-Match", "\"2\"");

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(course.each("id")).hasSize(3);
        assertThat(first.text())
                .as("kept answers are out of an erasure's reach")
                .doesNotContain("travelling");
    }

    private static Document entry(String id) {
        try (MongoClient client = MongoClients.create(MONGO.connectionString())) {
            return client.getDatabase(DATABASE)
                    .getCollection("calendar")
                    .find(Filters.eq("_id", id))
                    .first();
        }
    }

    @Test
    void namesWhereACourseLeavesTheProtocol() {
        FrontDesk desk = clinicWithChairs(1);

        Answer answer =
                desk.book(desk.patient(), NINE, "2027-03-09T09:00:00-08:00", THURSDAY, "2027-03-19T09:00:00-07:00");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode warnings = answer.json().path("warnings");
        String booking = answer.json().path("id").asString();
        assertThat(FrontDesk.each(warnings, "appointmentId"))
                .containsExactly(booking + ".2", booking + ".3", booking + ".4");
        assertThat(warnings.at("/0/message").asString())
                .isEqualTo("is 1 day after the visit before; the protocol wants at least 2 days");
        assertThat(warnings.at("/1/message").asString()).contains("3 visits within seven days");
        assertThat(warnings.at("/2/message").asString()).contains("8 days after");
        assertThat(api().get("/api/v1/bookings/" + booking).json()).isEqualTo(answer.json());
    }

    private Answer partly(FrontDesk desk, String patient, String... starts) {
        return api().post("/api/v1/bookings", partial(desk, patient, starts));
    }

    private static String partial(FrontDesk desk, String patient, String... starts) {
        return desk.request(patient, starts).replaceFirst("\\{", "{\"partial\":true,");
    }
}
