package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The way of a place from who gives it up to who waits for it, with all scheduling instances killed at each step. */
class WaitlistJourneyIT extends Journey {

    private static final List<String> INSTANCES = List.of("scheduling-service-1", "scheduling-service-2");

    @Test
    void aFreedPlaceReachesWhoWaitsWhereverTheServiceDies() {
        String date =
                LocalDate.now(ZoneId.of("America/Los_Angeles")).plusDays(14).toString();
        SmallClinic clinic = SmallClinic.with(office(), 1, 1);
        String inTheWay = desk().insist(
                        "/bookings", FrontDesk.bookingJson(desk().newPatient(), clinic, date + "T09:00"))
                .json()
                .at("/appointments/0/id")
                .asString();
        FrontDesk.Patient patient = desk().newPatient();
        String entry = desk().insist("/waitlist", """
                        {"patientId":"%s","treatmentId":"%s","siteIds":["%s"],"from":"%4$s","to":"%4$s",
                         "timeOfDay":{"from":"09:00","to":"09:15"},"urgency":"SOON"}""".formatted(patient.id(), clinic.treatment(), clinic.site(), date))
                .id();

        // Freed, and nobody left to notice.
        assertThat(desk().insist("/appointments/" + inTheWay + "/cancel", "{\"reason\":\"test\"}")
                        .status())
                .isEqualTo(200);
        restartAll();
        String offer = offered(entry);

        // Offered, and nobody left to remember.
        restartAll();
        assertThat(offered(entry)).isEqualTo(offer);

        // Accepted, and dead before or after anybody knows.
        String key = UUID.randomUUID().toString();
        CompletableFuture<Answer> acceptance = CompletableFuture.supplyAsync(
                () -> desk().post("/waitlist/" + entry + "/accept", "{}", "Idempotency-Key", key));
        restartAll();
        acceptance.handle((answer, fault) -> "").join();
        Answer accepted = await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> desk().post("/waitlist/" + entry + "/accept", "{}", "Idempotency-Key", key),
                        answer -> answer.status() == 201);

        assertThat(accepted.json().path("bookingId").asString()).isEqualTo(offer);
        assertThat(clinic.booked(desk(), date)).isEqualTo(1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> entry(entry).path("status").asString().equals("BOOKED"));
        // One mail that a place is free, and one that it is booked.
        mails().to(patient.email(), 2);
        assertThat(events("io.dendrite.waitlist.offered.v1", offer)).isEqualTo(1);
        assertThat(events("io.dendrite.booking.confirmed.v1", offer)).isEqualTo(1);
    }

    private static void restartAll() {
        INSTANCES.forEach(stack()::kill);
        INSTANCES.parallelStream().forEach(stack()::start);
    }

    private static String offered(String entry) {
        return await().atMost(Duration.ofSeconds(40))
                .until(() -> entry(entry).at("/offer/holdId").asString(""), hold -> !hold.isEmpty());
    }

    private static JsonNode entry(String id) {
        return desk().get("/waitlist/" + id).json();
    }

    private static long events(String type, String subject) {
        return Topic.recordsOf(stack()).stream()
                .filter(record -> Topic.header(record, "ce_type").equals(type))
                .filter(record -> Topic.header(record, "ce_subject").equals(subject))
                .map(record -> Topic.header(record, "ce_id"))
                .distinct()
                .count();
    }
}
