package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bringing in patients, resources and appointments from files. */
class ImportIT extends CalendarWebIT {

    private static final String HEAD = "externalId,givenName,familyName,birthDate,email,phone,language,emailConsent\n";

    private FrontDesk desk;

    @BeforeEach
    void openClinic() {
        desk = clinicWithChairs(1);
    }

    @Test
    void takesPatientsOnceHoweverOftenTheFileComes() {
        String file = HEAD + patient("1", "Ada") + patient("2", "Grace") + "3,Bad,Row,tomorrow,,,en,perhaps\n";

        JsonNode dryRun = done("patients", file, "&dryRun=true");
        assertThat(counts(dryRun)).isEqualTo("rows 3, created 2, updated 0, unchanged 0, refused 1");
        assertThat(counts(done("patients", file, ""))).isEqualTo(counts(dryRun));
        JsonNode again = done("patients", file, "");

        assertThat(counts(again)).isEqualTo("rows 3, created 0, updated 0, unchanged 2, refused 1");
        JsonNode errors = api().get("/api/v1/imports/" + again.path("id").asString() + "/errors")
                .json()
                .path("items");
        assertThat(errors.valueStream()
                        .map(error -> error.path("line").asInt() + " "
                                + error.path("field").asString()))
                .containsExactlyInAnyOrder("4 birthDate", "4 emailConsent");
        assertThat(errors.toString()).doesNotContain("tomorrow", "perhaps");
        assertThat(found("Ada")).hasSize(1);
        assertThat(found("Ada").get(0).path("siteIds").get(0).asString()).isEqualTo(desk.site());
    }

    @Test
    void whatDiffersIsReplacedOnlyIfThatIsSaid() {
        done("patients", HEAD + patient("1", "Ada"), "");
        String changed = HEAD + patient("1", "Adelaide");

        assertThat(counts(done("patients", changed, ""))).contains("refused 1");
        assertThat(counts(done("patients", changed, "&update=true"))).contains("updated 1");

        assertThat(found("Ada")).isEmpty();
        assertThat(found("Adelaide")).hasSize(1);
    }

    @Test
    void goesOnWhereABrokenUploadOrAStoppedServiceEnded() {
        String whole = HEAD + patient("1", "Ada") + patient("2", "Grace") + patient("3", "Mary");
        // A part that arrived: the last row is cut off.
        done("patients", whole.substring(0, whole.length() - 20), "");

        assertThat(counts(done("patients", whole, "")))
                .isEqualTo("rows 3, created 1, updated 0, unchanged 2, refused 0");
    }

    @Test
    void whoWasErasedIsNotBroughtBack() {
        done("patients", HEAD + patient("1", "Ada"), "");
        String id = found("Ada").get(0).path("id").asString();
        String version = api().get("/api/v1/patients/" + id).header("ETag");
        assertThat(api().delete("/api/v1/patients/" + id, "If-Match", version).status())
                .isEqualTo(204);

        JsonNode again = done("patients", HEAD + patient("1", "Ada"), "&update=true");

        assertThat(counts(again)).contains("refused 1");
        assertThat(found("Ada")).isEmpty();
    }

    @Test
    void takesResourcesWithoutStrandingAnybody() {
        desk.booked("2026-12-01T09:00");
        String file =
                "id;kind;name;lanes;skills\nroom-7;ROOM;Room 7;1;\nchair-1;CHAIR;Chair 1;1;iv\nnurse-1;NURSE;Ana;2;\nx y;BED;;0;\n";

        JsonNode first = done("resources", file, "&update=true");

        assertThat(counts(first)).isEqualTo("rows 4, created 1, updated 1, unchanged 0, refused 2");
        assertThat(errors(first))
                .contains("5 id", "5 kind", "5 name", "5 lanes")
                .as("the nurse would lose the skill that a booked visit needs")
                .contains("4 id");
        assertThat(api().get("/api/v1/sites/" + desk.site() + "/resources/room-7")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void booksAppointmentsUnderTheOneLockAndTellsNobodyUnlessAsked() {
        done("patients", HEAD + patient("1", "Ada") + patient("2", "Grace"), "");
        String rows = """
                externalId,patientExternalId,treatmentId,start,resources
                a1,1,iv-mood-2,2026-12-01T09:00,chair-1
                a2,2,iv-mood-2,2026-12-01T09:30,
                a3,2,iv-mood-2,2026-11-01T09:00,
                a4,9,iv-mood-2,2026-12-02T09:00,
                a5,2,iv-mood-2,2026-12-03T09:00,
                """;

        JsonNode dryRun = done("appointments", rows, "&dryRun=true");
        assertThat(counts(dryRun)).as("each row by itself").contains("created 3", "refused 2");
        JsonNode first = done("appointments", rows, "");

        assertThat(counts(first)).isEqualTo("rows 5, created 2, updated 0, unchanged 0, refused 3");
        assertThat(errors(first)).containsExactly("3 start", "4 start", "5 patientExternalId");
        assertThat(counts(done("appointments", rows, ""))).contains("created 0", "unchanged 2", "refused 3");
        assertThat(waitingEvents()).isZero();
        String told = "externalId,patientExternalId,treatmentId,start\nb1,1,iv-mood-2,2026-12-05T09:00\n";
        done("appointments", told, "&tell=true");
        assertThat(waitingEvents()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name\nx\n",
                "externalId,givenName,familyName,birthDate,language,emailConsent,shoeSize\n",
                "externalId,externalId,givenName,familyName,birthDate,language,emailConsent\n"
            })
    void aFileOfAnotherFormIsNamedUnreadable(String file) {
        JsonNode end = done("patients", file, "");

        assertThat(end.path("status").asString()).isEqualTo("UNREADABLE");
        assertThat(end.path("message").asString()).startsWith("line 1: must");
    }

    @Test
    void whatIsAskedWronglyIsRefusedBeforeTheFileIsTaken() {
        assertThat(send("people", HEAD, "").error("kind")).isNotEmpty();
        assertThat(api().postAs("text/csv", "/api/v1/imports?kind=patients&site=nowhere", HEAD)
                        .error("site"))
                .isNotEmpty();
        assertThat(api().post("/api/v1/imports?kind=patients&site=" + desk.site(), "{}")
                        .status())
                .isEqualTo(415);
        assertThat(api().get("/api/v1/imports/none").status()).isEqualTo(404);
        Api others = api(everything(ISSUER).sites(clinicWithChairs(1).site()));
        String id = done("patients", HEAD, "").path("id").asString();
        assertThat(others.get("/api/v1/imports/" + id).status()).isEqualTo(404);
        assertThat(others.postAs("text/csv", "/api/v1/imports?kind=patients&site=" + desk.site(), HEAD)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aLongFileIsTakenAsItComesAndShowsHowFarItIs() {
        int rows = 2_000;
        String path = "/api/v1/imports?kind=patients&site=" + desk.site();
        Answer begun = api().send(
                        "POST",
                        path,
                        BodyPublishers.ofInputStream(() -> new Rows(rows)),
                        "Content-Type",
                        "text/csv; charset=utf-8");
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String address = begun.header("Location");

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            JsonNode now = api().get(address).json();
            return now.path("status").asString().equals("RUNNING")
                    && now.path("created").asInt() > 0;
        });
        JsonNode end = ended(address);

        assertThat(counts(end)).isEqualTo("rows 2000, created 2000, updated 0, unchanged 0, refused 0");
        assertThat(api().get("/api/v1/imports?site=" + desk.site()).json().at("/items/0/id"))
                .isEqualTo(end.path("id"));
    }

    private static String patient(String externalId, String givenName) {
        return externalId + "," + givenName + ",Imported,1985-04-12," + givenName.toLowerCase(Locale.ROOT)
                + "@example.org,,en,true\n";
    }

    private Answer send(String kind, String file, String options) {
        return api().postAs("text/csv", "/api/v1/imports?kind=" + kind + "&site=" + desk.site() + options, file);
    }

    private JsonNode done(String kind, String file, String options) {
        Answer begun = send(kind, file, options);
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        return ended(begun.header("Location"));
    }

    private JsonNode ended(String address) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> api().get(address).json(),
                        now -> !now.path("status").asString().equals("RUNNING"));
    }

    private List<String> errors(JsonNode end) {
        return api().get("/api/v1/imports/" + end.path("id").asString() + "/errors")
                .json()
                .path("items")
                .valueStream()
                .map(error ->
                        error.path("line").asInt() + " " + error.path("field").asString())
                .toList();
    }

    private static String counts(JsonNode end) {
        return "rows %d, created %d, updated %d, unchanged %d, refused %d"
                .formatted(
                        end.path("rows").asInt(),
                        end.path("created").asInt(),
                        end.path("updated").asInt(),
                        end.path("unchanged").asInt(),
                        end.path("refused").asInt());
    }

    private List<JsonNode> found(String givenName) {
        Api here = api(everything(ISSUER).sites(desk.site()));
        return here.get("/api/v1/patients?q=" + givenName)
                .json()
                .path("items")
                .valueStream()
                .filter(patient -> patient.path("givenName").asString().equals(givenName))
                .toList();
    }

    /** Kafka is away in these tests, so that events stay where they are. */
    private long waitingEvents() {
        try (MongoClient client = MongoClients.create(MONGO.connectionString())) {
            return client
                    .getDatabase(DATABASE)
                    .getCollection("calendar")
                    .find(Filters.eq("site", desk.site()))
                    .into(new ArrayList<>())
                    .stream()
                    .mapToInt((Document entry) ->
                            entry.getList("outbox", Document.class, List.of()).size())
                    .sum();
        }
    }

    /** So many rows, made while they are read. */
    private static final class Rows extends InputStream {

        private final String run = UUID.randomUUID().toString();
        private final int rows;
        private int made;
        private byte[] row = HEAD.getBytes(StandardCharsets.UTF_8);
        private int at;

        Rows(int rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            return more() ? row[at++] : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (!more()) {
                return -1;
            }
            int count = Math.min(length, row.length - at);
            System.arraycopy(row, at, target, offset, count);
            at += count;
            return count;
        }

        private boolean more() {
            if (at == row.length && made < rows) {
                row = patient(run + made++, "Many").getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at < row.length;
        }
    }
}
