package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.demo.MainJob;
import io.dendrite.localstack.token.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Whoever steals the disk, a dump of the databases or a copy of the topic reads no patient's name, address or phone. */
class AtRestJourneyIT extends Journey {

    private static final List<String> PRIVATE = List.of(
            // Of the demo's patients.
            "Robin",
            "@patients.example",
            // Of the patient below.
            "Xanthippe",
            "Quackenbush",
            "xq@private.example",
            "555 0199",
            "555-0199",
            "1971-02-03",
            "moved to Wherever");

    /** What may be read, so that a search that finds nothing is known to be able to find something. */
    private static final String PUBLIC = "Small Clinic";

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}");

    @Test
    void neitherDatabasesNorFilesNorTopicHoldAPatientReadably() throws IOException {
        theDemo();
        aPatientWithEverything();

        Map<String, String> copies = new TreeMap<>();
        dumpDatabases(copies);
        dumpTopic(copies);
        dumpFiles(copies);

        assertThat(copies.keySet())
                .anyMatch(name -> name.contains("dendrite-scheduling.patients"))
                .anyMatch(name -> name.contains("dendrite-notification.contacts"))
                .anyMatch(name -> name.contains("dendrite-audit.chain"))
                .anyMatch(name -> name.endsWith(".log"))
                .anyMatch(name -> name.startsWith("file mongodb"));
        assertThat(copies).anySatisfy((name, text) -> {
            assertThat(name).startsWith("file mongodb");
            assertThat(text).contains(PUBLIC);
        });
        assertThat(copies).anySatisfy((name, text) -> {
            assertThat(name).startsWith("file kafka");
            assertThat(text).contains(PUBLIC);
        });
        copies.forEach((name, text) ->
                assertThat(PRIVATE.stream().filter(text::contains)).as(name).isEmpty());
    }

    private static void theDemo() {
        PrintStream story = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        ClinicClient clinic =
                new ClinicClient(stack().gateway(), Tokens.of(stack().stack()).frontDesk());
        new MainJob(clinic, mails().folder(), story).run();
    }

    /** Registered under a key, found, booked, moved, cancelled with a reason, changed, refused. */
    private static void aPatientWithEverything() {
        SmallClinic clinic = SmallClinic.with(office(), 2, 2);
        String body = """
                {"givenName":"Xanthippe","familyName":"Quackenbush","birthDate":"1971-02-03",
                 "email":"xq@private.example","phone":"+1 503 555 0199","language":"en","emailConsent":true}""";
        Answer registered = desk().post("/patients", body, "Idempotency-Key", "\"at-rest-" + System.nanoTime() + "\"");
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        FrontDesk.Patient patient = new FrontDesk.Patient(registered.id(), "xq@private.example");
        assertThat(desk().get("/patients?q=quackenb").json().get("items")).isNotEmpty();
        assertThat(desk().get("/patients?email=xq@private.example").json().get("items"))
                .isNotEmpty();
        Answer booking = desk().book(patient, clinic, "2027-03-08T09:00", "2027-03-10T09:00");
        assertThat(booking.status()).as(booking.toString()).isEqualTo(201);
        assertThat(desk().move(booking.appointmentIds().get(0), "2027-03-09T09:00")
                        .status())
                .isEqualTo(200);
        assertThat(desk().post(
                                "/appointments/" + booking.appointmentIds().get(1) + "/cancel",
                                "{\"reason\":\"Xanthippe moved to Wherever\"}")
                        .status())
                .isEqualTo(200);
        assertThat(office().post("/sites/" + clinic.site() + "/blocks", """
                                {"start":"2027-03-20T09:00","end":"2027-03-20T10:00","resources":["chair-1"],
                                 "reason":"For Xanthippe Quackenbush"}""").status())
                .isEqualTo(201);
        mails().to(patient.email(), 3);
    }

    private static void dumpDatabases(Map<String, String> copies) {
        try (MongoClient client = MongoClients.create(stack().mongo().connectionString())) {
            for (String database : client.listDatabaseNames()) {
                MongoDatabase each = client.getDatabase(database);
                for (String collection : each.listCollectionNames()) {
                    StringBuilder dump = new StringBuilder();
                    each.getCollection(collection)
                            .find()
                            .forEach(document -> dump.append(document.toJson()).append('\n'));
                    copies.put("collection " + database + "." + collection, withoutBase64(dump.toString()));
                }
            }
        }
    }

    private static void dumpTopic(Map<String, String> copies) {
        for (String topic : List.of(Topic.NAME, Topic.NAME + ".dlt")) {
            StringBuilder dump = new StringBuilder();
            for (ConsumerRecord<String, byte[]> record : Topic.recordsOf(stack(), topic)) {
                dump.append(record.key()).append(new String(record.value(), StandardCharsets.UTF_8));
                record.headers().forEach(header -> dump.append(new String(header.value(), StandardCharsets.UTF_8)));
            }
            copies.put("topic " + topic, withoutBase64(dump.toString()));
        }
    }

    private static void dumpFiles(Map<String, String> copies) throws IOException {
        Path data = stack().stack().directory().path().resolve("data");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(data)) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            copies.put("file " + data.relativize(file), text);
        }
    }

    /** What is only written in Base64 counts as readable: it stands beside itself, decoded. */
    private static String withoutBase64(String text) {
        StringBuilder decoded = new StringBuilder(text);
        BASE64.matcher(text).results().forEach(match -> {
            String candidate = match.group();
            String whole = candidate.substring(0, candidate.length() - candidate.length() % 4);
            decoded.append('\n').append(new String(Base64.getDecoder().decode(whole), StandardCharsets.ISO_8859_1));
        });
        return decoded.toString();
    }
}
