package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Changes at a clinic of two chairs that leave booked patients without what they need. */
class RebookingIT extends CalendarWebIT {

    private static final String NINE = "2026-12-01T09:00";

    private FrontDesk desk;
    private String visit;

    @BeforeEach
    void openClinicAndBook() {
        desk = clinicWithChairs(2);
        visit = FrontDesk.id(
                desk.api()
                        .post(
                                "/api/v1/bookings",
                                desk.request(desk.patient(), NINE)
                                        .replace("\"" + NINE + "\"", "\"" + NINE + "\",\"resources\":[\"chair-1\"]"))
                        .json(),
                0);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "chair-1 | {\"kind\":\"ROOM\",\"name\":\"x\",\"lanes\":1} | NOT_SUITED",
                "nurse-1 | {\"kind\":\"NURSE\",\"name\":\"x\",\"skills\":[],\"lanes\":3} | NOT_SUITED",
                "nurse-1 | {\"kind\":\"NURSE\",\"name\":\"x\",\"skills\":[\"iv\"],\"lanes\":3,\"workingHours\":{}} | OFF_DUTY",
                "nurse-1 | {\"kind\":\"NURSE\",\"name\":\"x\",\"skills\":[\"iv\"],\"lanes\":3,\"rosters\":[{\"validFrom\":\"2026-12-01\",\"validTo\":\"2026-12-01\",\"workingHours\":{}}]} | OFF_DUTY"
            })
    void aChangeOfAResourceIsDoneOnceItIsConfirmed(String resource, String body, String why) {
        String path = "/api/v1/sites/" + desk.site() + "/resources/" + resource;
        String version = api().get(path).header("ETag");

        Answer dryRun = api().put(path + "?dryRun=true", body, "If-Match", version);
        Answer refused = api().put(path, body, "If-Match", version);

        assertThat(dryRun.status()).as(dryRun.text()).isEqualTo(200);
        assertThat(FrontDesk.each(dryRun.json().path("affected"), "id")).containsExactly(visit);
        assertThat(dryRun.json().at("/affected/0/reasons/0/why").asString()).isEqualTo(why);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/would-strand");
        assertThat(FrontDesk.each(refused.json().path("affected"), "id")).containsExactly(visit);
        assertThat(api().get(path).header("ETag")).isEqualTo(version);
        assertThat(queue()).isEmpty();

        Answer confirmed = api().put(path + "?confirm=true", body, "If-Match", version);

        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        assertThat(queue()).hasSize(1);
        assertThat(queue().path(0).at("/appointment/id").asString()).isEqualTo(visit);
        assertThat(queue().path(0).at("/reasons/0/why").asString()).isEqualTo(why);
        assertThat(queue().path(0).at("/reasons/0/resource").asString()).isEqualTo(resource);
    }

    @Test
    void theQueueIsWorkedOffByMoving() {
        String chair = "/api/v1/sites/" + desk.site() + "/resources/chair-1";
        assertThat(api().delete(chair).problem()).isEqualTo("/problems/would-strand");
        assertThat(api().delete(chair + "?dryRun=true").json().path("affected")).hasSize(1);
        assertThat(api().delete(chair + "?confirm=true").status()).isEqualTo(204);
        assertThat(queue()).hasSize(1);

        Answer proposed = api().post("/api/v1/rebooking/" + visit + "/propose", "");

        assertThat(proposed.status()).as(proposed.text()).isEqualTo(200);
        JsonNode first = proposed.json().at("/proposals/0");
        // The same time, in the other chair.
        assertThat(first.path("start").asString()).isEqualTo(NINE + ":00-08:00");
        Answer moved = desk.move(visit, first.path("start").asString());
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(moved.json().at("/phases/0/resources").toString()).contains("chair-2");
        assertThat(queue()).isEmpty();
    }

    @Test
    void newOpeningHoursStrandWhomTheyShutOut() {
        String path = "/api/v1/sites/" + desk.site();
        String version = api().get(path).header("ETag");
        String body = """
                {"name":"A Clinic","timeZone":"America/Los_Angeles","address":"1 Road","phone":"+1 555 0100",
                 "openingHours":{"TUESDAY":[{"from":"%s","to":"18:00"}]}}""";

        assertThat(api().put(path, body.formatted("09:15"), "If-Match", version).problem())
                .isEqualTo("/problems/would-strand");
        assertThat(api().put(path, body.formatted("09:00"), "If-Match", version).status())
                .isEqualTo(200);
        assertThat(queue()).isEmpty();
    }

    @Test
    void aConfirmedBlockLetsNobodyNewInAndStrandsWhoIsThere() {
        String start = "2026-12-01T08:00:00-08:00";
        String end = "2026-12-01T18:00:00-08:00";
        assertThat(desk.block(start, end).problem()).isEqualTo("/problems/slot-taken");

        Answer block = api().post(desk.blocks() + "?confirm=true", FrontDesk.blockRequest(start, end));

        assertThat(block.status()).as(block.text()).isEqualTo(201);
        assertThat(block.json().path("kind").asString()).isEqualTo("CLOSURE");
        assertThat(queue().path(0).at("/reasons/0/why").asString()).isEqualTo("BLOCKED");
        assertThat(desk.book(desk.patient(), "2026-12-01T13:00").status()).isEqualTo(409);
        desk.cancel(visit);
        assertThat(queue()).isEmpty();
        assertThat(desk.book(desk.patient(), NINE).status())
                .as("what the cancelled visit gave up is not given away")
                .isEqualTo(409);
        assertThat(api().delete(desk.blocks() + "/" + block.json().path("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(desk.book(desk.patient(), NINE).status()).isEqualTo(201);
    }

    @Test
    void aBlockIsOfTheKindOfWhatItBlocks() {
        assertThat(kindOf("nurse-1")).isEqualTo("ABSENCE");
        assertThat(kindOf("chair-2")).isEqualTo("MAINTENANCE");
        Answer training = api().post(
                        desk.blocks(),
                        FrontDesk.blockRequest("2026-12-05T12:00:00-08:00", "2026-12-05T13:00:00-08:00", "nurse-1")
                                .replace("{\"start\"", "{\"kind\":\"CLOSURE\",\"start\""));
        assertThat(training.json().path("kind").asString()).isEqualTo("CLOSURE");
    }

    @Test
    void aBlockAndBookingsAtTheSameMomentLeaveNobodyUnnoticed() throws Exception {
        for (int day = 8; day <= 12; day++) {
            String date = "2026-12-%02d".formatted(day);
            List<Callable<Answer>> calls = new ArrayList<>();
            for (String hour : List.of("09:00", "09:00", "11:30", "11:30", "14:00", "14:00")) {
                String patient = desk.patient();
                calls.add(() -> desk.book(patient, date + "T" + hour));
            }
            calls.add(
                    3,
                    () -> api().post(
                                    desk.blocks() + "?confirm=true",
                                    FrontDesk.blockRequest(date + "T08:00:00-08:00", date + "T18:00:00-08:00")));

            List<Answer> answers = atOnce(calls);

            assertThat(answers.get(3).status()).as(answers.get(3).text()).isEqualTo(201);
            long booked =
                    answers.stream().filter(answer -> answer.status() == 201).count() - 1;
            assertThat(queue().valueStream()
                            .filter(stranded ->
                                    stranded.at("/appointment/start").asString().startsWith(date)))
                    .hasSize((int) booked);
        }
    }

    @Test
    void rostersSayWhenSomebodyIsThere() {
        String path = "/api/v1/sites/" + desk.site() + "/resources/nurse-1";
        String body = """
                {"kind":"NURSE","name":"Ana","skills":["iv"],"lanes":3,"rosters":[
                 {"validFrom":"2026-12-07","validTo":"2026-12-11","workingHours":{"WEDNESDAY":[{"from":"12:00","to":"18:00"}]}}]}""";
        Answer changed = api().put(path, body, "If-Match", api().get(path).header("ETag"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/rosters/0/validTo").asString()).isEqualTo("2026-12-11");

        List<String> starts = FrontDesk.each(
                desk.availability("2026-12-07", "2026-12-12").json().path("slots"), "start");

        assertThat(starts).allMatch(start -> start.startsWith("2026-12-09T1") || start.startsWith("2026-12-12"));
        assertThat(starts).contains("2026-12-09T12:00:00-08:00", "2026-12-12T08:00:00-08:00");
        Answer wrong = api().put(
                        path,
                        body.replace("\"validTo\":\"2026-12-11\"", "\"validTo\":\"2026-12-01\""),
                        "If-Match",
                        changed.header("ETag"));
        assertThat(wrong.error("rosters[0].validTo")).isNotEmpty();
    }

    @Test
    void aResourceSaysHowFarItIsOverbooked() {
        for (String chair : List.of("chair-1", "chair-2")) {
            String path = "/api/v1/sites/" + desk.site() + "/resources/" + chair;
            Answer current = api().get(path);
            assertThat(current.json().path("overflowLanes").asInt()).isEqualTo(1);
            assertThat(api().put(
                                    path,
                                    "{\"kind\":\"CHAIR\",\"name\":\"x\",\"skills\":[\"iv\"],\"lanes\":1,\"overflowLanes\":0}",
                                    "If-Match",
                                    current.header("ETag"))
                            .status())
                    .isEqualTo(200);
        }
        desk.booked(NINE);
        String request = desk.request(desk.patient(), NINE);

        Answer refused = api().post(
                        "/api/v1/bookings",
                        request.substring(0, request.lastIndexOf('}')) + ",\"overbook\":{\"reason\":\"urgent\"}}");

        assertThat(refused.problem()).isEqualTo("/problems/slot-taken");
    }

    private String kindOf(String resource) {
        return desk.block("2026-12-04T12:00:00-08:00", "2026-12-04T13:00:00-08:00", resource)
                .json()
                .path("kind")
                .asString();
    }

    private JsonNode queue() {
        return api().get("/api/v1/rebooking?site=" + desk.site()).json().path("items");
    }
}
