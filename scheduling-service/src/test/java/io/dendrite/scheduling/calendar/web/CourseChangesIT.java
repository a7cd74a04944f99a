package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxField;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CourseChangesIT extends CalendarWebIT {

    /** Twice a week over the change to summer time on 14 March. */
    private static final String[] STARTS = {
        "2027-03-08T09:00:00-08:00", "2027-03-11T10:00:00-08:00",
        "2027-03-15T09:00:00-07:00", "2027-03-18T10:00:00-07:00"
    };

    @Test
    void shiftsTheRestOfACourseByAWeekAtTheSameTimesOfDay() {
        FrontDesk desk = clinicWithChairs(1);
        Course course = Course.booked(desk, STARTS);

        Answer shifted = course.shift(2, 7);

        assertThat(shifted.status()).as(shifted.text()).isEqualTo(200);
        assertThat(shifted.header("ETag")).isEqualTo("\"2\"");
        assertThat(shifted.json()).isEqualTo(course.json());
        assertThat(course.each("start"))
                .containsExactly(
                        STARTS[0],
                        "2027-03-18T10:00:00-07:00",
                        "2027-03-22T09:00:00-07:00",
                        "2027-03-25T10:00:00-07:00");
        assertThat(course.each("sequence")).containsExactly("0", "1", "1", "1");
        assertThat(desk.free(STARTS[1])).isEqualTo(1);
        assertThat(desk.free("2027-03-18T10:00:00-07:00")).isZero();
        assertThat(events(course))
                .extracting(OutboxEvent::type)
                .containsExactly(
                        "io.dendrite.booking.confirmed.v1",
                        "io.dendrite.appointment.rescheduled.v1",
                        "io.dendrite.appointment.rescheduled.v1",
                        "io.dendrite.appointment.rescheduled.v1");
    }

    @Test
    void shiftsSoThatOneStartsWhenItIsWantedAndTheRestKeepTheirDistance() {
        Course course = Course.booked(clinicWithChairs(1), STARTS);

        Answer shifted = course.shift(3, "2027-03-16T11:30");

        assertThat(shifted.status()).as(shifted.text()).isEqualTo(200);
        assertThat(course.each("start"))
                .containsExactly(STARTS[0], STARTS[1], "2027-03-16T11:30:00-07:00", "2027-03-19T12:30:00-07:00");
    }

    @Test
    void shiftsByLessThanAVisitIntoItsOwnPlaces() {
        Course course = Course.booked(clinicWithChairs(1), STARTS[0], "2027-03-08T11:15:00-08:00");

        assertThat(course.shift(1, "2027-03-08T09:30:00-08:00").status()).isEqualTo(200);
        assertThat(course.each("start")).containsExactly("2027-03-08T09:30:00-08:00", "2027-03-08T11:45:00-08:00");
    }

    @Test
    void namesTheAppointmentThatCannotBeShiftedAndShiftsNone() {
        FrontDesk desk = clinicWithChairs(1);
        Course course = Course.booked(desk, STARTS);
        desk.booked("2027-03-22T10:30:00-07:00");
        JsonNode before = course.json();

        Answer refused = course.shift(1, 7);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/slot-taken");
        assertThat(refused.json().path("appointmentId").asString()).isEqualTo(course.appointment(3));
        assertThat(refused.error("days")).isNotEmpty();
        assertThat(refused.json().path("alternatives")).isNotEmpty();
        assertThat(course.json()).isEqualTo(before);
        assertThat(course.shift(2, 3).status()).as("to a Sunday").isEqualTo(422);
        assertThat(events(course)).hasSize(1);
    }

    @Test
    void shiftsNothingOfAnotherVersionAndNothingThatIsCancelled() {
        FrontDesk desk = clinicWithChairs(1);
        Course course = Course.booked(desk, STARTS);
        desk.cancel(course.appointment(3));

        assertThat(course.shift(2, 7, "If-Match", "\"1\"").problem()).isEqualTo("/problems/stale-version");
        assertThat(course.shift(3, 7).problem()).isEqualTo("/problems/illegal-status");
        assertThat(course.shift(2, 7, "If-Match", "\"2\"").status()).isEqualTo(200);
        assertThat(course.each("start"))
                .containsExactly(STARTS[0], "2027-03-18T10:00:00-07:00", STARTS[2], "2027-03-25T10:00:00-07:00");
    }

    @Test
    void saysWhatIsWrongWithAShift() {
        Course course = Course.booked(clinicWithChairs(1), STARTS);
        String other = Course.booked(clinicWithChairs(1), STARTS).appointment(1);

        assertThat(course.shift(1, 0).error("days")).contains("another time");
        assertThat(course.shift(1, -365).error("days")).contains("past");
        assertThat(course.shift(1, 400).error("days")).isNotEmpty();
        assertThat(course.shift(9, 7).error("fromAppointmentId")).isNotEmpty();
        assertThat(course.post("/shift", "{\"fromAppointmentId\":\"%s\",\"days\":7}".formatted(other))
                        .error("fromAppointmentId"))
                .isNotEmpty();
        assertThat(course.post("/shift", "{\"fromAppointmentId\":\"%s\"}".formatted(course.appointment(1)))
                        .error("days"))
                .contains("start instead");
        assertThat(course.shift(1, "2027-03-08T09:07").error("start")).contains("grid");
        assertThat(course.shift(1, "2027-03-14T02:30").error("start")).contains("skip");
        assertThat(api().post("/api/v1/bookings/nothing/shift", "{\"fromAppointmentId\":\"x.1\",\"days\":1}")
                        .status())
                .isEqualTo(404);
        assertThat(course.json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void addsASessionAndABoosterAndTellsOnlyOfThem() {
        FrontDesk desk = clinicWithChairs(1);
        Course course = Course.booked(desk, STARTS);

        Answer session = course.add("2027-03-22T09:00");
        Answer booster = course.addBooster("2027-04-20T09:00");

        assertThat(session.status()).as(session.text()).isEqualTo(201);
        assertThat(session.header("Location")).isEqualTo("/api/v1/appointments/" + course.appointment(5));
        assertThat(session.header("ETag")).isEqualTo("\"2\"");
        assertThat(session.json().path("appointments")).hasSize(5);
        assertThat(session.json().at("/appointments/4").has("kind")).isFalse();
        assertThat(booster.json().at("/appointments/5/kind").asString()).isEqualTo("BOOSTER");
        assertThat(booster.json().has("warnings")).isFalse();
        assertThat(desk.appointment(course.appointment(6)).json().path("kind").asString())
                .isEqualTo("BOOSTER");
        assertThat(desk.free("2027-04-20T09:00:00-07:00")).isZero();
        OutboxEvent told = events(course).get(2);
        assertThat(told.type()).isEqualTo("io.dendrite.booking.confirmed.v1");
        assertThat(told.data()).contains(course.appointment(6)).doesNotContain(course.appointment(5));
    }

    @Test
    void addsOnceHoweverOftenItIsAsked() {
        Course course = Course.booked(clinicWithChairs(1), STARTS[0]);
        String key = UUID.randomUUID().toString();

        Answer first = course.add(STARTS[2], "Idempotency-Key", key);
        Answer again = course.add(STARTS[2], "Idempotency-Key", key);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(course.each("id")).hasSize(2);
    }

    @Test
    void addsNoBoosterBeforeTheCourseIsOverAndNothingThatIsTaken() {
        FrontDesk desk = clinicWithChairs(1);
        Course course = Course.booked(desk, STARTS);
        desk.booked("2027-03-22T09:00");

        assertThat(course.addBooster("2027-03-12T09:00").error("start")).contains("after the last session");
        assertThat(course.add("2027-03-22T10:00").problem()).isEqualTo("/problems/slot-taken");
        assertThat(course.add("2027-03-22T10:00").json().path("alternatives")).isNotEmpty();
        assertThat(course.add("2027-03-08T10:00").problem()).isEqualTo("/problems/patient-busy");
        assertThat(course.json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void addsABoosterToACourseThatIsInTheArchive() {
        Course course = Course.booked(clinicWithChairs(1), STARTS[0]);
        try (MongoClient client = MongoClients.create(MONGO.connectionString())) {
            MongoDatabase database = client.getDatabase(DATABASE);
            Document booking = database.getCollection("calendar").findOneAndDelete(Filters.eq("_id", course.id()));
            database.getCollection("calendar_archive").insertOne(booking);
        }

        Answer booster = course.addBooster("2027-04-20T09:00");

        assertThat(booster.status()).as(booster.text()).isEqualTo(201);
        assertThat(course.each("start")).containsExactly(STARTS[0], "2027-04-20T09:00:00-07:00");
        assertThat(events(course)).hasSize(1);
    }

    @Test
    void cancelsTheRestInOneStep() {
        FrontDesk desk = clinicWithChairs(1);
        Course course = Course.booked(desk, STARTS);

        Answer some = course.cancelRest(",\"fromAppointmentId\":\"" + course.appointment(3) + "\"");
        Answer all = course.cancelRest("");
        Answer again = course.cancelRest("");

        assertThat(FrontDesk.each(some.json().path("appointments"), "status"))
                .containsExactly("BOOKED", "BOOKED", "CANCELLED", "CANCELLED");
        assertThat(some.header("ETag")).isEqualTo("\"2\"");
        assertThat(FrontDesk.each(all.json().path("appointments"), "status")).containsOnly("CANCELLED");
        assertThat(all.json().at("/appointments/0/cancelReason").asString()).isEqualTo("Patient is travelling");
        assertThat(again.problem()).isEqualTo("/problems/illegal-status");
        assertThat(desk.free(STARTS[0])).isEqualTo(1);
        assertThat(desk.free(STARTS[3])).isEqualTo(1);
        assertThat(events(course))
                .filteredOn(event -> event.type().equals("io.dendrite.appointment.cancelled.v1"))
                .hasSize(4);
    }

    @Test
    void letsOnlyOneOfTwoOverlappingShiftsWin() throws Exception {
        FrontDesk desk = clinicWithChairs(1);
        for (int round = 0; round < 6; round++) {
            Course one = Course.booked(desk, STARTS[0], STARTS[1]);
            Course other = Course.booked(desk, "2027-03-08T13:00:00-08:00", "2027-03-11T14:00:00-08:00");

            List<Answer> answers =
                    atOnce(List.of(() -> one.shift(1, "2027-03-22T09:00"), () -> other.shift(1, "2027-03-22T10:00")));

            assertThat(answers).extracting(Answer::status).as("round " + round).containsExactlyInAnyOrder(200, 409);
            Course loser = answers.get(0).status() == 409 ? one : other;
            assertThat(loser.each("sequence")).containsOnly("0");
            assertThat(one.cancelRest("").status()).isEqualTo(200);
            assertThat(other.cancelRest("").status()).isEqualTo(200);
        }
    }

    @Test
    void losesNoChangeOfOneCourseFromTwoDesks() throws Exception {
        Course course = Course.booked(clinicWithChairs(2), STARTS[0], STARTS[1]);

        List<Answer> answers = atOnce(List.of(
                () -> course.shift(1, 7),
                () -> course.add("2027-04-05T09:00"),
                () -> course.shift(1, 7),
                () -> course.add("2027-04-05T14:00")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 200, 201, 201);
        assertThat(course.json().path("version").asInt()).isEqualTo(5);
        assertThat(course.each("start").subList(0, 2))
                .containsExactly("2027-03-22T09:00:00-07:00", "2027-03-25T10:00:00-07:00");
    }

    private static List<OutboxEvent> events(Course course) {
        try (MongoClient client = MongoClients.create(MONGO.connectionString())) {
            return OutboxField.read(client.getDatabase(DATABASE)
                    .getCollection("calendar")
                    .find(Filters.eq("_id", course.id()))
                    .first());
        }
    }
}
