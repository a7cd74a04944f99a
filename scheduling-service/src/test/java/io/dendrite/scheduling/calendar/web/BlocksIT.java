package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BlocksIT extends CalendarWebIT {

    private static final String EIGHT = "2027-03-08T08:00:00-08:00";
    private static final String NINE = "2027-03-08T09:00:00-08:00";
    private static final String NOON = "2027-03-08T12:00:00-08:00";

    @Test
    void blocksListsAndLifts() {
        FrontDesk desk = clinicWithChairs(2);

        Answer made = desk.block(EIGHT, NOON, "chair-1");

        assertThat(made.status()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(made.header("Location")).isEqualTo(desk.blocks() + "/" + id);
        assertThat(made.json()).isEqualTo(JsonMapper.shared().readTree("""
                {"id":"%s","siteId":"%s","start":"%s","end":"%s","wholeSite":false,"resources":["chair-1"],
                 "reason":"Repair","kind":"MAINTENANCE"}""".formatted(id, desk.site(), EIGHT, NOON)));
        assertThat(list(desk)).containsExactly(made.json());
        assertThat(desk.free(NINE)).isEqualTo(1);

        assertThat(api().delete(made.header("Location")).status()).isEqualTo(204);
        assertThat(list(desk)).isEmpty();
        assertThat(desk.free(NINE)).isEqualTo(2);
        assertThat(api().delete(made.header("Location")).status()).isEqualTo(404);
    }

    @Test
    void neverLiftsABookingOrABlockOfAnotherSite() {
        FrontDesk desk = clinicWithChairs(1);
        String booking = desk.booked(NINE).path("id").asString();
        FrontDesk other = clinicWithChairs(1);
        String block = other.block(EIGHT, NOON).json().path("id").asString();

        assertThat(api().delete(desk.blocks() + "/" + booking).status()).isEqualTo(404);
        assertThat(api().delete(desk.blocks() + "/" + block).status()).isEqualTo(404);
        assertThat(api().get("/api/v1/bookings/" + booking).status()).isEqualTo(200);
        assertThat(list(other)).hasSize(1);
    }

    @Test
    void namesWhoWouldBeAffectedAndStoresNothing() {
        FrontDesk desk = clinicWithChairs(2);
        String affected = FrontDesk.id(desk.booked(NINE), 0);
        desk.cancel(FrontDesk.id(desk.booked(NINE), 0));
        desk.booked("2027-03-08T13:00:00-08:00");

        Answer answer = api().post(desk.blocks() + "?dryRun=true", FrontDesk.blockRequest(EIGHT, NOON));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().toString()).isEqualTo("{\"affected\":[\"" + affected + "\"]}");
        assertThat(list(desk)).isEmpty();
        assertThat(desk.free(NINE)).isEqualTo(1);
    }

    @Test
    void refusesToBlockWhatABookingHolds() {
        FrontDesk desk = clinicWithChairs(1);
        String affected = FrontDesk.id(desk.booked(NINE), 0);

        Answer refused = desk.block(EIGHT, NOON, "chair-1");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/slot-taken");
        assertThat(refused.json().path("affected").toString()).isEqualTo("[\"" + affected + "\"]");
        assertThat(list(desk)).isEmpty();
        desk.cancel(affected);
        assertThat(desk.block(EIGHT, NOON, "chair-1").status()).isEqualTo(201);
    }

    @Test
    void blocksAChairThatIsFreeWhileAnotherIsBooked() {
        FrontDesk desk = clinicWithChairs(2);
        String taken =
                desk.booked(NINE).at("/appointments/0/phases/0/resources/0").asString();

        assertThat(desk.block(EIGHT, NOON, taken.equals("chair-1") ? "chair-2" : "chair-1")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesABookingIntoABlockAndOffersTheTimeAfterIt() {
        FrontDesk desk = clinicWithChairs(1);
        desk.block(EIGHT, NOON, "chair-1");

        Answer refused = desk.book(desk.patient(), NINE);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/slot-taken");
        assertThat(FrontDesk.each(refused.json().path("alternatives"), "start")).contains(NOON);
    }

    @Test
    void closesTheWholeSiteWithEveryLane() {
        FrontDesk desk = clinicWithChairs(2);

        JsonNode closed = desk.block(EIGHT, "2027-03-08T18:00:00-08:00").json();

        assertThat(closed.path("wholeSite").asBoolean()).isTrue();
        assertThat(closed.path("resources").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("chair-1", "chair-2", "nurse-1", "prescriber-1");
        assertThat(desk.availability("2027-03-08", "2027-03-08").json().path("slots"))
                .isEmpty();
        assertThat(desk.free("2027-03-09T09:00:00-08:00")).isEqualTo(2);
    }

    @Test
    void refusesABlockOverABlock() {
        FrontDesk desk = clinicWithChairs(1);
        desk.block(EIGHT, NOON, "chair-1");

        assertThat(desk.block(NINE, NOON).status()).isEqualTo(409);
        assertThat(desk.block(NOON, "2027-03-08T13:00:00-08:00").status()).isEqualTo(201);
    }

    @Test
    void makesOneBlockOfTwoRequestsWithTheSameKey() {
        FrontDesk desk = clinicWithChairs(1);
        String body = FrontDesk.blockRequest(EIGHT, NOON);

        Answer first = api().post(desk.blocks(), body, "Idempotency-Key", desk.site());
        Answer second = api().post(desk.blocks(), body, "Idempotency-Key", desk.site());

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
    }

    private List<JsonNode> list(FrontDesk desk) {
        Answer answer = api().get(desk.blocks() + "?from=2027-03-08&to=2027-03-08");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }
}
