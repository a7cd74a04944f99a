package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Places that are held while a booking is being agreed on. */
class HoldIT extends CalendarWebIT {

    private static final String NINE = "2027-03-08T09:00:00-08:00";
    private static final String WEDNESDAY = "2027-03-10T09:00:00-08:00";
    private static final Duration LASTS = Duration.ofMinutes(10);

    @Autowired
    private MongoDatabase database;

    private FrontDesk desk;

    @BeforeEach
    void open() {
        desk = openedBy("holder-" + UUID.randomUUID());
    }

    /** A user of one's own has all places for holds. */
    private FrontDesk openedBy(String user) {
        return FrontDesk.open(as(user), "America/Los_Angeles", 1, 3);
    }

    private Api as(String user) {
        return api(everything(ISSUER).subject(user));
    }

    private static String path(JsonNode hold) {
        return "/api/v1/holds/" + hold.path("id").asString();
    }

    private Document stored(JsonNode entry) {
        return database.getCollection("calendar")
                .find(Filters.eq("_id", entry.path("id").asString()))
                .first();
    }

    @Test
    void answersAHoldInTheShapeThatIsPromised() {
        String patient = desk.patient();

        Answer answer = desk.hold(patient, NINE);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode hold = answer.json();
        assertThat(answer.header("Location")).isEqualTo(path(hold));
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        OffsetDateTime createdAt = OffsetDateTime.parse(hold.path("createdAt").asString());
        assertThat(OffsetDateTime.parse(hold.path("expiresAt").asString())).isEqualTo(createdAt.plus(LASTS));
        assertThat(hold.path("appointments").path(0).path("phases")).hasSize(4);
        assertThat(hold.path("heldBy").asString()).startsWith("holder-");
        assertThat(JsonMapper.shared()
                        .readTree("""
                {"id":"%1$s","siteId":"%2$s","timeZone":"America/Los_Angeles","patientId":"%3$s",
                 "treatmentId":"iv-mood-2","version":1,"extended":false}""".formatted(hold.path("id").asString(), desk.site(), patient))
                        .properties())
                .allSatisfy(member -> assertThat(hold.path(member.getKey())).isEqualTo(member.getValue()));
        assertThat(desk.api().get(path(hold)).json()).isEqualTo(hold);
        JsonNode list =
                as("a colleague").get("/api/v1/holds?site=" + desk.site()).json();
        assertThat(list.path("items").path(0)).isEqualTo(hold);
        assertThat(list.path("items")).hasSize(1);
    }

    @Test
    void keepsThePlaceFromOthersAndTellsNobody() {
        JsonNode hold = desk.held(NINE);

        Answer refused = desk.book(desk.patient(), NINE);

        assertThat(refused.problem()).isEqualTo("/problems/slot-taken");
        assertThat(refused.json().path("alternatives")).isNotEmpty();
        assertThat(desk.hold(desk.patient(), NINE).problem()).isEqualTo("/problems/slot-taken");
        assertThat(desk.free(NINE)).isZero();
        assertThat(desk.hold(hold.path("patientId").asString(), NINE).problem()).isEqualTo("/problems/patient-busy");
        assertThat(api().get("/api/v1/appointments?date=2027-03-08&site=" + desk.site())
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(api().get("/api/v1/bookings/" + hold.path("id").asString()).status())
                .isEqualTo(404);
        assertThat(stored(hold).getList("outbox", Document.class)).isEmpty();
    }

    @Test
    void keepsATimeFromBeingBlocked() {
        JsonNode hold = desk.held(NINE);
        desk.held("2027-03-08T13:00");

        Answer refused = desk.block(NINE, "2027-03-08T12:00:00-08:00");

        assertThat(refused.problem()).isEqualTo("/problems/slot-taken");
        assertThat(refused.json().path("affected")).isEmpty();
        assertThat(refused.json().path("holds").toString()).isEqualTo("[" + hold.path("id") + "]");
        pass(LASTS);
        assertThat(desk.block(NINE, "2027-03-08T12:00:00-08:00").status()).isEqualTo(201);
    }

    @Test
    void isOnRecordAsExpiredByTheServiceItself() {
        JsonNode hold = desk.held(NINE);
        pass(LASTS);
        JsonNode booking = desk.booked(NINE);

        JsonNode expired = record(hold, "hold.expire");

        assertThat(expired.path("actor").asString()).isEqualTo("dendrite");
        assertThat(expired.path("site").asString()).isEqualTo(desk.site());
        assertThat(expired.path("resource").asString())
                .isEqualTo("hold/" + hold.path("id").asString());
        JsonNode booked = record(booking, "booking.book");
        assertThat(booked.path("actor").asString()).startsWith("holder-");
        assertThat(booked.path("resource").asString())
                .isEqualTo("booking/" + booking.path("id").asString());
        assertThat(booked.path("patientIds")).hasSize(1);
    }

    /** The record of what was done, once it is linked. */
    private JsonNode record(JsonNode entry, String action) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> api().get("/api/v1/audit?limit=50&patientId="
                                        + entry.path("patientId").asString())
                                .json()
                                .path("items")
                                .valueStream()
                                .filter(record ->
                                        record.path("action").asString().equals(action))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void becomesTheBookingWithItsConfirmation() {
        JsonNode hold = desk.held(NINE, WEDNESDAY);

        Answer answer = desk.bookHold(hold);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode booking = answer.json();
        assertThat(booking.path("id")).isEqualTo(hold.path("id"));
        assertThat(answer.header("Location"))
                .isEqualTo("/api/v1/bookings/" + hold.path("id").asString());
        assertThat(FrontDesk.each(booking.path("appointments"), "start")).containsExactly(NINE, WEDNESDAY);
        assertThat(booking.at("/appointments/0/phases")).isEqualTo(hold.at("/appointments/0/phases"));
        assertThat(booking.at("/appointments/0/status").asString()).isEqualTo("BOOKED");
        assertThat(api().get(answer.header("Location")).json()).isEqualTo(booking);
        assertThat(desk.api().get(path(hold)).status()).isEqualTo(404);
        assertThat(stored(hold).getList("outbox", Document.class))
                .extracting(event -> event.getString("type"))
                .containsExactly("io.dendrite.booking.confirmed.v1");
        pass(Duration.ofHours(1));
        assertThat(desk.free(NINE)).as("a booking does not expire").isZero();
        assertThat(desk.cancel(FrontDesk.id(booking, 0)).status()).isEqualTo(200);
    }

    @Test
    void isBookedOnce() {
        JsonNode hold = desk.held(NINE);
        desk.bookHold(hold);

        Answer again = desk.bookHold(hold);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("/problems/hold-used");
        assertThat(again.json().path("bookingId")).isEqualTo(hold.path("id"));
        assertThat(desk.api().post(path(hold) + "/extend", "").problem()).isEqualTo("/problems/hold-used");
        assertThat(desk.api().delete(path(hold)).status()).isEqualTo(404);
    }

    @Test
    void becomesOneBookingOfManyRequestsAtOnce() throws Exception {
        JsonNode hold = desk.held(NINE);

        List<Answer> answers = inParallel(8, number -> desk.bookHold(hold));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::problem)
                .containsOnly("/problems/hold-used");
        assertThat(stored(hold).getList("outbox", Document.class)).hasSize(1);
    }

    @Test
    void isInNobodysWayOnceItHasExpired() {
        JsonNode hold = desk.held(NINE);
        pass(LASTS);

        assertThat(desk.free(NINE)).isEqualTo(1);
        assertThat(desk.api().get(path(hold)).status()).isEqualTo(404);
        assertThat(desk.api().get("/api/v1/holds?site=" + desk.site()).json().path("items"))
                .isEmpty();
        assertThat(desk.bookHold(hold).problem()).isEqualTo("/problems/hold-expired");
        assertThat(desk.api().post(path(hold) + "/extend", "").problem()).isEqualTo("/problems/hold-expired");
        desk.booked(NINE);
        assertThat(desk.bookHold(hold).problem()).isEqualTo("/problems/hold-expired");
    }

    @Test
    void isExtendedOnce() {
        JsonNode hold = desk.held(NINE);
        pass(Duration.ofMinutes(9));

        Answer extended = desk.api().post(path(hold) + "/extend", "");

        assertThat(extended.status()).as(extended.text()).isEqualTo(200);
        assertThat(extended.header("ETag")).isEqualTo("\"2\"");
        assertThat(extended.json().path("extended").asBoolean()).isTrue();
        Answer again = desk.api().post(path(hold) + "/extend", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("/problems/hold-extended-already");
        pass(Duration.ofMinutes(10));
        assertThat(desk.free(NINE)).isZero();
        assertThat(desk.bookHold(hold).status()).isEqualTo(201);
    }

    @Test
    void isGivenUp() {
        JsonNode hold = desk.held(NINE);

        assertThat(as("a colleague").delete(path(hold)).status()).isEqualTo(204);

        assertThat(desk.api().delete(path(hold)).status()).isEqualTo(404);
        assertThat(desk.bookHold(hold).problem()).isEqualTo("/problems/hold-expired");
        desk.booked(NINE);
    }

    @Test
    void lastsAsLongAsAskedFor() {
        String body = desk.request(desk.patient(), NINE).replaceFirst("\\{", "{\"minutes\":2,");
        JsonNode hold = desk.api().post("/api/v1/holds", body).json();

        pass(Duration.ofMinutes(1));
        assertThat(desk.api().get(path(hold)).status()).isEqualTo(200);
        pass(Duration.ofMinutes(1));
        assertThat(desk.api().get(path(hold)).status()).isEqualTo(404);
    }

    @Test
    void letsAUserHoldNoMoreThanFiveHoweverManyAskAtOnce() throws Exception {
        FrontDesk other = openedBy("other-" + UUID.randomUUID());
        FrontDesk elsewhere = new FrontDesk(desk.api(), other.site());
        List<String> patients =
                IntStream.range(0, 20).mapToObj(number -> desk.patient()).toList();

        List<Answer> answers = inParallel(20, number -> desk.hold(patients.get(number), place(number)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("/problems/too-many-holds");
            assertThat(answer.json().path("holds")).hasSize(5);
        });
        List<JsonNode> held = answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(Answer::json)
                .toList();
        assertThat(elsewhere.hold(desk.patient(), NINE).problem())
                .as("at another site")
                .isEqualTo("/problems/too-many-holds");
        assertThat(other.hold(other.patient(), NINE).status())
                .as("somebody else")
                .isEqualTo(201);
        // A place is free again once a hold is booked, given up or over.
        assertThat(desk.bookHold(held.get(0)).status()).isEqualTo(201);
        assertThat(desk.api().delete(path(held.get(1))).status()).isEqualTo(204);
        desk.held(place(20));
        desk.held(place(21));
        assertThat(desk.hold(desk.patient(), place(22)).problem()).isEqualTo("/problems/too-many-holds");
        pass(LASTS);
        for (int number = 20; number < 25; number++) {
            desk.held(place(number));
        }
    }

    /** One of the starts that fit into the weeks of one chair. */
    private static String place(int number) {
        List<String> times = List.of("08:00", "10:15", "12:30", "14:45");
        return "2027-03-%02dT%s".formatted(8 + 7 * (number / 20) + number % 5, times.get(number % 20 / 5));
    }

    @Test
    void isMadeOnceWhenTheRequestIsRepeated() {
        String body = desk.request(desk.patient(), NINE);
        String key = UUID.randomUUID().toString();
        Answer first = desk.api().post("/api/v1/holds", body, "Idempotency-Key", key);

        Answer again = desk.api().post("/api/v1/holds", body, "Idempotency-Key", key);
        loseAnswer(first.json().path("id").asString());
        Answer afterCrash = desk.api().post("/api/v1/holds", body, "Idempotency-Key", key);

        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(List.of(again, afterCrash)).extracting(Answer::text).containsOnly(first.text());
    }

    @Test
    void isBookedOnceWhenTheRequestIsRepeated() {
        JsonNode hold = desk.held(NINE);
        String key = UUID.randomUUID().toString();
        Answer first = desk.bookHold(hold, "Idempotency-Key", key);

        Answer again = desk.bookHold(hold, "Idempotency-Key", key);
        loseAnswer(stored(hold).getString("bookingRequest"));
        Answer afterCrash = desk.bookHold(hold, "Idempotency-Key", key);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(afterCrash.header("Idempotent-Replay")).isNull();
        assertThat(List.of(again, afterCrash)).extracting(Answer::text).containsOnly(first.text());
        assertThat(stored(hold).getList("outbox", Document.class)).hasSize(1);
        assertThat(desk.bookHold(hold, "Idempotency-Key", UUID.randomUUID().toString())
                        .problem())
                .isEqualTo("/problems/hold-used");
    }

    @Test
    void isBookedForWhatItIsHeldFor() {
        JsonNode hold = desk.held(NINE);
        String right = FrontDesk.requestFor(hold);
        String id = hold.path("id").asString();

        Answer wrong = desk.api().post("/api/v1/bookings", """
                        {"patientId":"%s","siteId":"%s","treatmentId":"iv-mood","holdId":"%s",
                         "appointments":[{"start":"%s","resources":["chair-2"]}]}""".formatted(desk.patient(), "riverside", id, WEDNESDAY));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.problem()).isEqualTo("/problems/hold-mismatch");
        assertThat(FrontDesk.each(wrong.json().path("errors"), "field"))
                .containsExactly(
                        "patientId", "siteId", "treatmentId", "appointments[0].start", "appointments[0].resources");
        String two = "{\"start\":\"%s\"},{\"start\":\"%s\"}".formatted(NINE, WEDNESDAY);
        assertThat(desk.api()
                        .post("/api/v1/bookings", right.replaceFirst("\\{", "{\"appointments\":[" + two + "],"))
                        .error("appointments"))
                .isNotEmpty();
        assertThat(desk.api()
                        .post("/api/v1/bookings", right.replace(id, "unknown"))
                        .status())
                .isEqualTo(404);
        String same = "{\"start\":\"2027-03-08T09:00\",\"resources\":[\"chair-1\"]}";
        assertThat(desk.api()
                        .post("/api/v1/bookings", right.replaceFirst("\\{", "{\"appointments\":[" + same + "],"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void isNotMadeWhereTheTreatmentMustNotBeGiven() {
        Answer answer = desk.api()
                .post("/api/v1/holds", desk.request(desk.patient(), NINE).replace("iv-mood-2", "in-esk"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.error("siteId")).isNotEmpty();
    }

    @Test
    void leavesARecordOfWhoDidWhat() {
        JsonNode hold = desk.held(NINE);
        desk.api().post(path(hold) + "/extend", "");
        desk.bookHold(hold);

        for (String action : List.of("hold.make", "hold.extend", "booking.book")) {
            assertThat(record(hold, action).path("actor").asString()).startsWith("holder-");
        }
    }

    /** What one of many requests at once does. */
    private interface Request {
        Answer send(int number);
    }

    private static List<Answer> inParallel(int count, Request request) throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int which = number;
            calls.add(() -> request.send(which));
        }
        return atOnce(calls);
    }
}
