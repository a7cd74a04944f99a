package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.patient.application.ErasePatient;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A patient asks to be forgotten, or for a copy. */
class ErasureIT extends CalendarWebIT {

    private static final String START = "2026-12-01T09:00:00-08:00";

    @Autowired
    private MongoDatabase database;

    @Autowired
    private MongoClient client;

    @Autowired
    private ErasePatient erasures;

    private FrontDesk desk;
    private String patient;
    private String path;

    @BeforeEach
    void register() {
        desk = clinicWithChairs(2);
        patient = desk.patient();
        path = "/api/v1/patients/" + patient;
    }

    @Test
    void appointmentsToComeAreCancelledFirst() {
        String appointment = FrontDesk.id(desk.book(patient, START).json(), 0);

        Answer refused = api().delete(path);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/appointments-to-come");
        assertThat(refused.json().path("appointments").toString()).isEqualTo("[\"" + appointment + "\"]");
        assertThat(api().get(path).status()).isEqualTo(200);

        desk.cancel(appointment);
        assertThat(api().delete(path).status()).isEqualTo(204);
    }

    @Test
    void whoIsErasedCanBeFoundAndReadByNobody() {
        JsonNode booking = desk.book(patient, START).json();
        desk.cancel(FrontDesk.id(booking, 0));
        String stored = documents();
        assertThat(stored).doesNotContain("Patient is travelling", "maria@example.org", "Sousa");

        assertThat(api().delete(path).status()).isEqualTo(204);

        assertThat(api().get(path).status()).isEqualTo(404);
        assertThat(api().put(path, "{}", "If-Match", "\"1\"").status()).isIn(400, 404);
        assertThat(api().delete(path).status()).isEqualTo(404);
        assertThat(api().get(path + "/export").status()).isEqualTo(404);
        assertThat(api().get("/api/v1/patients?q=sousa&limit=200").text()).doesNotContain(patient);
        assertThat(desk.book(patient, START).error("patientId")).isNotEmpty();
        assertThat(client.getDatabase("dendrite-keys")
                        .getCollection("vault")
                        .countDocuments(Filters.eq("keyAltNames", "patient-" + patient)))
                .as("the key")
                .isZero();
        assertThat(database.getCollection("patients")
                        .find(Filters.eq("_id", patient))
                        .first())
                .doesNotContainKeys("sealed", "nameTokens", "emailToken", "sites");
        JsonNode kept =
                api().get("/api/v1/bookings/" + booking.path("id").asString()).json();
        assertThat(kept.path("appointments").path(0).path("status").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void anEventTellsEverybodyElse() {
        api().delete(path);

        List<Document> outbox = database.getCollection("patients")
                .find(Filters.eq("_id", patient))
                .first()
                .getList("outbox", Document.class);
        assertThat(outbox)
                .extracting(event -> event.getString("type") + " " + event.getString("data"))
                .containsExactly("io.dendrite.patient.erased.v1 {\"patientId\":\"" + patient + "\"}");
    }

    @Test
    void theStoredAnswerOfTheRegistrationIsForgotten() {
        String body = """
                {"givenName":"Ida","familyName":"Once","birthDate":"1985-04-12","language":"en","emailConsent":false}""";
        String id = api().post("/api/v1/patients", body, "Idempotency-Key", "\"once-only\"")
                .json()
                .path("id")
                .asString();
        assertThat(database.getCollection("idempotency").countDocuments(Filters.eq("entityId", id)))
                .isEqualTo(1);

        api().delete("/api/v1/patients/" + id);

        assertThat(database.getCollection("idempotency").countDocuments(Filters.eq("entityId", id)))
                .isZero();
    }

    @Test
    void whatACrashLeftOfAnErasureIsFinishedLater() {
        String body = """
                {"givenName":"Ida","familyName":"Crash","birthDate":"1985-04-12","language":"en","emailConsent":false}""";
        String id = api().post("/api/v1/patients", body, "Idempotency-Key", "\"crashed\"")
                .json()
                .path("id")
                .asString();
        // As the one write of an erasure leaves it when the process dies right after.
        database.getCollection("patients")
                .updateOne(
                        Filters.eq("_id", id),
                        Updates.combine(Updates.set("removed", true), Updates.set("keyDoomed", true)));

        // The job may come in between; what is left is the same.
        erasures.finish();

        assertThat(database.getCollection("idempotency").countDocuments(Filters.eq("entityId", id)))
                .as("stored answers")
                .isZero();
        assertThat(client.getDatabase("dendrite-keys")
                        .getCollection("vault")
                        .countDocuments(Filters.eq("keyAltNames", "patient-" + id)))
                .as("the key")
                .isZero();
    }

    @Test
    void whatIsHeldForWhoIsErasedIsGivenUp() {
        JsonNode hold = desk.hold(patient, START).json();
        assertThat(desk.free(START)).isEqualTo(1);

        assertThat(api().delete(path).status()).isEqualTo(204);

        assertThat(desk.free(START)).isEqualTo(2);
        assertThat(desk.bookHold(hold).problem()).isEqualTo("/problems/hold-expired");
    }

    @Test
    void onlyTheVersionThatWasSeenIsErased() {
        assertThat(api().delete(path, "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(api().delete(path, "If-Match", "\"1\"").status()).isEqualTo(204);
    }

    @Test
    void anExportHoldsThePersonAndEveryBooking() {
        JsonNode booking =
                desk.book(patient, START, "2026-12-04T09:00:00-08:00").json();
        desk.cancel(FrontDesk.id(booking, 0));

        Answer export = api().get(path + "/export");

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Content-Disposition")).contains("attachment");
        assertThat(export.json().path("patient").path("familyName").asString()).isEqualTo("Sousa");
        assertThat(export.json().path("patient").path("email").asString()).isEqualTo("maria@example.org");
        assertThat(export.json().path("bookings")).hasSize(1);
        assertThat(export.json().path("bookings").path(0).path("appointments")).hasSize(2);
        assertThat(export.text()).contains("Patient is travelling");
    }

    private String documents() {
        StringBuilder all = new StringBuilder();
        // Not by the service's own client, whose queries are watched.
        try (MongoClient own = MongoClients.create(MONGO.connectionString())) {
            MongoDatabase whole = own.getDatabase(database.getName());
            for (String name : whole.listCollectionNames()) {
                whole.getCollection(name).find().forEach(document -> all.append(document.toJson()));
            }
        }
        return all.toString();
    }
}
