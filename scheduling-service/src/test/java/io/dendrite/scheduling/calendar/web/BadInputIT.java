package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dendrite.scheduling.Api.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class BadInputIT extends CalendarWebIT {

    private static final List<String> COLLECTIONS = List.of("calendar", "calendar_archive", "patients", "sites");

    private static MongoClient client;
    private static FrontDesk desk;
    private static String patient;
    private static JsonNode booking;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(MONGO.connectionString());
    }

    @AfterAll
    static void disconnect() {
        client.close();
        desk = null;
    }

    @BeforeEach
    void book() {
        if (desk == null) {
            desk = clinicWithChairs(1);
            patient = desk.patient();
            booking = desk.booked(BadRequest.START);
        }
    }

    static Stream<BadRequest> requests() {
        return Stream.of(BadTimes.requests(), BadBodies.requests(), BadParameters.requests(), BadHeaders.requests())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesNamingTheFieldAndStoresNothing(BadRequest bad) {
        List<Long> before = counts();

        Answer answer = send(bad);

        assertThat(answer.status()).as(answer.text()).isEqualTo(bad.status());
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + bad.problem());
        assertThat(problem.path("status").asInt()).isEqualTo(bad.status());
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("instance").asString())
                .isEqualTo("/api/v1" + filled(bad.path()).replaceFirst("\\?.*", ""));
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        if (bad.field().isEmpty()) {
            assertThat(problem.has("errors")).as(answer.text()).isFalse();
        } else {
            assertThat(answer.error(bad.field())).as(answer.text()).isNotBlank();
        }
        assertThat(answer.text()).doesNotContain("Exception", "io.dendrite", "tools.jackson", "org.springframework");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void changesNoAppointmentByARefusedRequest() {
        String path = "/api/v1/appointments/" + FrontDesk.id(booking, 0);
        Answer before = api().get(path);

        requests().filter(bad -> bad.path().contains("$appointment")).forEach(this::send);

        assertThat(api().get(path).text()).isEqualTo(before.text());
        assertThat(api().get(path).header("ETag")).isEqualTo("\"1\"");
    }

    /** The servlet container refuses it before the service sees it, with a page of its own. */
    @Test
    void refusesAPathWithANulCharacterWithoutTellingAboutItself() {
        List<Long> before = counts();

        Answer answer = api().delete("/api/v1/sites/riverside/blocks/%00");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("Exception", "Tomcat", "Apache");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void isStillThereAfterAllOfIt() {
        assertThat(desk.book(desk.patient(), "2027-04-05T09:00:00-07:00").status())
                .isEqualTo(201);
    }

    @Test
    void saysHowLongATextMayBeWithoutRepeatingIt() {
        String long501 = "x".repeat(501);

        Answer answer = api().post(
                        "/api/v1/appointments/" + FrontDesk.id(booking, 0) + "/cancel",
                        "{\"reason\":\"" + long501 + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("reason")).contains("500");
        assertThat(answer.text()).doesNotContain("xxx");
    }

    private Answer send(BadRequest bad) {
        List<String> headers = new ArrayList<>(bad.headers());
        if (!headers.contains("Content-Type") && !bad.body().isEmpty()) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        return api().send(
                        bad.method(),
                        "/api/v1" + filled(bad.path()),
                        bad.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(filled(bad.body())),
                        headers.toArray(String[]::new));
    }

    private static String filled(String text) {
        return text.replace("$patient", patient)
                .replace("$appointment", FrontDesk.id(booking, 0))
                .replace("$booking", booking.path("id").asString());
    }

    private static List<Long> counts() {
        MongoDatabase database = client.getDatabase(DATABASE);
        return COLLECTIONS.stream()
                .map(name -> database.getCollection(name).countDocuments())
                .toList();
    }
}
