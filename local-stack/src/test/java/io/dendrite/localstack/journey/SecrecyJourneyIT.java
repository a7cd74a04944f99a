package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.mail.ReceivedMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No mail, no event and no log line tells what an appointment is for; no log line tells whose it is. */
class SecrecyJourneyIT extends Journey {

    /** Words of every treatment that are common in other senses, so that finding them proves nothing. */
    private static final Set<String> COMMON = Set.of("none", "oral", "im", "sl", "consultation", "pain", "anxiety");

    @Test
    void nothingThatLeavesTheSchedulingServiceNamesATreatment() throws IOException {
        FrontDesk.Patient patient = desk().newPatient();
        String booking = scenario(patient);
        mails().to(patient.email(), 4);
        Set<String> secrets = secrets();
        assertThat(secrets).contains("iv-mood-2", "intravenous", "zyxcardine protocol", "qwertopathy");

        for (ReceivedMail mail : mails().folder().mails()) {
            assertTellsNothing("mail " + mail.subject(), mail.raw() + mail.text(), secrets);
        }
        List<ConsumerRecord<String, byte[]>> records = Topic.recordsOf(stack());
        assertThat(records)
                .anyMatch(record -> Topic.header(record, "ce_subject").equals(booking));
        for (ConsumerRecord<String, byte[]> record : records) {
            String text = new String(record.value(), StandardCharsets.UTF_8) + record.headers();
            assertTellsNothing("event " + Topic.header(record, "ce_id"), text, secrets);
        }
        List<Path> logs = logs();
        assertThat(logs).hasSizeGreaterThanOrEqualTo(4);
        for (Path log : logs) {
            String text = Files.readString(log);
            assertTellsNothing("log " + log.getFileName(), text, secrets);
            assertThat(text)
                    .as("log " + log.getFileName())
                    .doesNotContain(patient.email())
                    .doesNotContain("Giventest")
                    .doesNotContain("Familytest");
        }
    }

    /** A day at the desk: a visit with a real protocol, a course, a move, a cancellation, and refusals. */
    private static String scenario(FrontDesk.Patient patient) {
        SmallClinic clinic = SmallClinic.with(office(), 2, 2);
        Answer visit = desk().post(
                        "/bookings",
                        "{\"patientId\":\"%s\",\"siteId\":\"riverside\",\"treatmentId\":\"iv-mood-2\",\"appointments\":[{\"start\":\"2027-01-12T09:00\"}]}"
                                .formatted(patient.id()));
        assertThat(visit.status()).as(visit.toString()).isEqualTo(201);
        Answer course = desk().book(patient, clinic, "2027-02-01T09:00", "2027-02-04T09:00", "2027-02-08T09:00");
        assertThat(course.status()).as(course.toString()).isEqualTo(201);
        assertThat(desk().book(patient, clinic, "2027-02-01T09:00").status()).isEqualTo(409);
        assertThat(desk().get("/patients?q=Giventest").status()).isEqualTo(200);
        assertThat(desk().move(visit.appointmentIds().get(0), "2027-01-13T09:00")
                        .status())
                .isEqualTo(200);
        assertThat(desk().cancel(course.appointmentIds().get(0)).status()).isEqualTo(200);
        return course.id();
    }

    /** Ids, names, routes and indications of all treatments in the catalogue. */
    private static Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(Set.of("ketamine", "esketamine", "infusion", "psychiatr", "depress"));
        for (JsonNode treatment : office().get("/treatments?limit=200").json().get("items")) {
            Stream.concat(
                            Stream.of(treatment.get("id"), treatment.get("name"), treatment.get("route")),
                            treatment.path("indications").valueStream())
                    .map(word -> word.asString().toLowerCase(Locale.ROOT))
                    .filter(word -> !COMMON.contains(word))
                    .forEach(secrets::add);
        }
        return secrets;
    }

    private static void assertTellsNothing(String what, String text, Set<String> secrets) {
        String lower = text.toLowerCase(Locale.ROOT);
        assertThat(secrets.stream().filter(lower::contains)).as(what).isEmpty();
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(stack().logs())) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".log")).toList());
        }
    }
}
