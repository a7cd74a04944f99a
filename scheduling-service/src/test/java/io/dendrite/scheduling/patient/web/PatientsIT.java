package io.dendrite.scheduling.patient.web;

import static io.dendrite.scheduling.mongo.MongoContract.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.dendrite.encryption.PatientSeal;
import io.dendrite.events.BookingEventJson;
import io.dendrite.events.BookingEventType;
import io.dendrite.events.ContactDetails;
import io.dendrite.events.PatientContactChangedV1;
import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class PatientsIT extends ServiceIT {

    private static final String PATIENTS = "/api/v1/patients";
    private static final String MARIA = """
            {"givenName":"Maria","familyName":"Sousa","birthDate":"1985-04-12","email":"maria@example.org",
             "phone":"+1 503 555 0177","language":"en","emailConsent":true}""";

    @Autowired
    private PatientSeal seal;

    @Autowired
    private MongoDatabase database;

    @Test
    void keepsEnrolmentsUntilTheyAreNamedAnew() {
        Answer created = api().post(PATIENTS, MARIA.replace("{\"given", "{\"enrolments\":[\"b\",\"a\"],\"given"));
        assertThat(created.json().get("enrolments").toString()).isEqualTo("[\"a\",\"b\"]");
        String path = created.header("Location");

        Answer untouched = api().put(path, MARIA.replace("Sousa", "Silva"), "If-Match", "\"1\"");
        assertThat(untouched.json().get("enrolments")).hasSize(2);
        Answer ended = api().put(path, MARIA.replace("{\"given", "{\"enrolments\":[],\"given"), "If-Match", "\"2\"");
        assertThat(ended.json().get("enrolments")).isEmpty();

        // Nobody is written to because of it.
        assertThat(database.getCollection("patients")
                        .find(Filters.eq("_id", id(created)))
                        .first()
                        .getLong("contactVersion"))
                .isEqualTo(1);
        assertThat(api().post(PATIENTS, MARIA.replace("{\"given", "{\"enrolments\":[\"a\",\"B\"],\"given"))
                        .error("enrolments[1]"))
                .startsWith("must be 1 to 64 lower-case letters");
    }

    @Test
    void registersAPatientAndAnswersThem() {
        Answer created = api().post(PATIENTS, MARIA);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.json().propertyNames())
                .containsExactly(
                        "id",
                        "givenName",
                        "familyName",
                        "birthDate",
                        "email",
                        "phone",
                        "language",
                        "emailConsent",
                        "siteIds",
                        "enrolments",
                        "contactPreferences",
                        "reachable",
                        "version");
        assertThat(created.json().get("birthDate").asString()).isEqualTo("1985-04-12");
        assertThat(created.header("Location")).isEqualTo(PATIENTS + "/" + id(created));
        assertThat(api().get(created.header("Location")).text()).isEqualTo(created.text());
    }

    @Test
    void eachRegistrationWithoutAKeyIsAnotherPatient() {
        assertThat(id(api().post(PATIENTS, MARIA))).isNotEqualTo(id(api().post(PATIENTS, MARIA)));
    }

    @Test
    void replacesAPatientOnlyForWhoKnowsTheVersion() {
        String path = api().post(PATIENTS, MARIA).header("Location");

        assertThat(api().put(path, MARIA).status()).isEqualTo(428);
        assertThat(api().put(path, MARIA, "If-Match", "\"2\"").status()).isEqualTo(412);
        assertThat(api().put(path, MARIA, "If-Match", "\"1\"").header("ETag")).isEqualTo("\"2\"");
        assertThat(api().put(PATIENTS + "/unknown", MARIA, "If-Match", "\"1\"").status())
                .isEqualTo(404);
    }

    @Test
    void ofManyReplacementsOfOneVersionOneWinsAndTellsOnce() throws Exception {
        String path = api().post(PATIENTS, MARIA).header("Location");
        String moved = MARIA.replace("maria@example.org", "m@example.net");

        List<Integer> statuses =
                together(16, () -> api().put(path, moved, "If-Match", "\"1\"").status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(15);
        assertThat(document(path).get("contactVersion", Number.class).longValue())
                .isEqualTo(2);
    }

    @Test
    void aChangedContactCarriesItsEventAndTheTraceOfTheRequest() {
        String path = api().post(PATIENTS, MARIA).header("Location");
        String id = path.substring(PATIENTS.length() + 1);

        api().put(
                        path,
                        MARIA.replace("maria@example.org", "m@example.net").replace("true", "false"),
                        "If-Match",
                        "\"1\"",
                        "traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        List<Document> outbox = document(path).getList("outbox", Document.class);
        assertThat(outbox).hasSize(1);
        Document event = outbox.get(0);
        assertThat(event.getString("type")).isEqualTo("io.dendrite.patient.contact-changed.v1");
        assertThat(event.getString("key")).isEqualTo(id);
        assertThat(event.getString("traceparent")).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
        PatientContactChangedV1 changed = (PatientContactChangedV1) BookingEventJson.read(
                BookingEventType.PATIENT_CONTACT_CHANGED_V1,
                event.getString("data").getBytes(StandardCharsets.UTF_8));
        assertThat(changed.patient().patientId()).isEqualTo(id);
        assertThat(changed.patient().version()).isEqualTo(2);
        assertThat(ContactDetails.of(seal.open(
                        id, Base64.getDecoder().decode(changed.patient().sealed()))))
                .isEqualTo(new ContactDetails(
                        "Maria",
                        "m@example.net",
                        "+1 503 555 0177",
                        "en",
                        false,
                        ContactDetails.Channel.EMAIL,
                        ContactDetails.Reminders.ALL));
        assertThat(changed.patient().addressVersion()).isEqualTo(2);
        assertThat(document(path).toJson()).doesNotContain("m@example.net", "Maria");
    }

    @Test
    void aChangeThatLeavesTheContactAloneTellsNobody() {
        String path = api().post(PATIENTS, MARIA).header("Location");

        api().put(path, MARIA.replace("Sousa", "Silva"), "If-Match", "\"1\"");

        assertThat(document(path)).doesNotContainKey("outbox");
        assertThat(document(path).get("contactVersion", Number.class).longValue())
                .isEqualTo(1);
    }

    @Test
    void findsPatientsByNamePageByPage() {
        for (String given : List.of("Zoe", "Ana", "Bea")) {
            api().post(PATIENTS, MARIA.replace("Maria", given).replace("Sousa", "Quimby"));
        }

        Answer first = api().get(PATIENTS + "?q=quim&limit=2");
        assertThat(first.json().get("items").findValuesAsString("givenName")).hasSize(2);
        Answer second = api().get(PATIENTS + "?q=quim&limit=2&cursor="
                + first.json().get("nextCursor").asString());
        List<String> all = new ArrayList<>(first.json().get("items").findValuesAsString("givenName"));
        all.addAll(second.json().get("items").findValuesAsString("givenName"));
        assertThat(all).containsExactlyInAnyOrder("Ana", "Bea", "Zoe");
        assertThat(second.json().has("nextCursor")).isFalse();
        assertThat(api().get(PATIENTS + "?q=bea%20q").json().get("items")).hasSize(1);
        assertThat(api().get(PATIENTS).json().get("items").size()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void refusesAnOverlongSearch() {
        assertThat(api().get(PATIENTS + "?q=" + "x".repeat(201)).error("q")).contains("200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Maria\"|null|givenName|must not be null",
                "\"Maria\"|\"\"|givenName|must be 1 to 200",
                "\"Maria\"|\"Ma\\r\\nBcc: x\"|givenName|must be 1 to 200",
                "\"Sousa\"|\"a\\u0000b\"|familyName|must be 1 to 200",
                "1985-04-12|2985-04-12|birthDate|must be in the past",
                "1985-04-12|1885-04-12|birthDate|must not be before 1900-01-01",
                "maria@example.org|maria|email|must be an e-mail address",
                "maria@example.org|maria@example.org\\nx|email|must be 1 to 254",
                "\"en\"|\"english, please\"|language|must be a BCP 47",
                "true|null|emailConsent|must not be null"
            })
    void namesTheFieldThatIsWrong(String right, String wrong, String field, String message) {
        Answer answer = api().post(PATIENTS, MARIA.replace(right, wrong));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error(field)).startsWith(message);
        assertThat(answer.json().get("errors")).hasSize(1);
    }

    private Document document(String path) {
        return database.getCollection("patients")
                .find(Filters.eq("_id", path.substring(PATIENTS.length() + 1)))
                .first();
    }

    private static String id(Answer answer) {
        return answer.json().get("id").asString();
    }

    @Test
    void keepsWishesUntilTheyAreNamedAnewAndTellsThoseWhoWrite() {
        Answer created = api().post(
                        PATIENTS,
                        MARIA.replace(
                                "{\"given",
                                "{\"contactPreferences\":{\"channel\":\"OTHER\",\"reminders\":\"FEWER\"},\"given"));
        String path = created.header("Location");
        Answer untouched = api().put(path, MARIA.replace("\"en\"", "\"de\""), "If-Match", "\"1\"");

        assertThat(created.json().at("/contactPreferences/channel").asString()).isEqualTo("OTHER");
        assertThat(untouched.json().at("/contactPreferences/reminders").asString())
                .isEqualTo("FEWER");
        assertThat(document(path).getLong("contactVersion")).isEqualTo(2);
        // The address is the same as ever.
        assertThat(document(path).getLong("addressVersion")).isEqualTo(1);
        assertThat(api().post(
                                PATIENTS,
                                MARIA.replace(
                                        "{\"given",
                                        "{\"contactPreferences\":{\"channel\":\"PIGEON\",\"reminders\":\"ALL\"},\"given"))
                        .error("contactPreferences.channel"))
                .contains("EMAIL");
    }
}
