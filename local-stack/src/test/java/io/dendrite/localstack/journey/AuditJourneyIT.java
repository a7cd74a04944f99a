package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.localstack.token.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Services die without a word while people work: whatever was acknowledged is on record, in a chain without a break. */
class AuditJourneyIT extends Journey {

    private static final int DESKS = 4;
    private static final int FEWEST = 60;

    /** As people do; without it the machine has little time left for starting a service. */
    private static final long BETWEEN_ROUNDS = TimeUnit.MILLISECONDS.toNanos(200);

    /** An acknowledged change: what the audit must say of it. */
    private record Change(String patient, String action, String resource) {}

    private final Queue<Change> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void eachAcknowledgedChangeHasItsRecordThoughServicesAreKilled() throws Exception {
        SmallClinic clinic = SmallClinic.with(office(), DESKS, DESKS);
        Instant began = Instant.now();
        AtomicBoolean open = new AtomicBoolean(true);
        ExecutorService desks = Executors.newFixedThreadPool(DESKS);
        List<Future<?>> working = new ArrayList<>();
        for (int number = 0; number < DESKS; number++) {
            int which = number;
            working.add(desks.submit(() -> {
                work(clinic, which, open);
                return null;
            }));
        }
        for (String instance : List.of("scheduling-service-1", "scheduling-service-2", "scheduling-service-1")) {
            int before = acknowledged.size();
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= before + FEWEST / 3);
            stack().kill(instance);
            stack().start(instance);
        }
        open.set(false);
        for (Future<?> each : working) {
            each.get();
        }
        desks.shutdown();

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(FEWEST);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(onRecordSince(began)).containsAll(acknowledged));
        for (String site : List.of(clinic.site(), "-")) {
            JsonNode verdict = auditor()
                    .get("/audit/verification?site=" + site)
                    .json()
                    .path("items")
                    .path(0);
            assertThat(verdict.path("intact").asBoolean())
                    .as(verdict.toString())
                    .isTrue();
            assertThat(verdict.path("links").asLong()).isPositive();
        }
    }

    /** Registers somebody, books, cancels, and again; what was not answered with success does not count. */
    private void work(SmallClinic clinic, int which, AtomicBoolean open) {
        FrontDesk desk = desk();
        LocalDate day = LocalDate.of(2027, 3, 1).plusDays(which * 100L);
        for (int round = 0; open.get(); round++) {
            LockSupport.parkNanos(BETWEEN_ROUNDS);
            String name = "Desk" + which + "Round" + round;
            Answer registered = desk.post("/patients", """
                    {"givenName":"%1$s","familyName":"%1$s","birthDate":"1985-04-12","language":"en",
                     "emailConsent":false}""".formatted(name));
            if (registered.status() != 201) {
                continue;
            }
            String patient = registered.id();
            acknowledged.add(new Change(patient, "patient.register", "patient/" + patient));
            Answer booking = desk.book(
                    new FrontDesk.Patient(patient, ""),
                    clinic,
                    day.plusDays(round % 90) + "T%02d:00".formatted(7 + round / 90));
            if (booking.status() != 201) {
                continue;
            }
            acknowledged.add(new Change(patient, "booking.book", "booking/" + booking.id()));
            if (desk.cancel(booking.appointmentIds().get(0)).status() == 200) {
                acknowledged.add(new Change(patient, "appointment.cancel", "booking/" + booking.id()));
            }
        }
    }

    /** What the audit has of the front desks, page by page. */
    private static Set<Change> onRecordSince(Instant began) {
        Set<Change> onRecord = new HashSet<>();
        String path = "/audit?limit=200&actor=demo-front-desk&from=" + began;
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = auditor().get(path + cursor).json();
            page.path("items").forEach(record -> {
                if (record.path("outcome").asString().equals("SUCCESS")) {
                    record.path("patientIds")
                            .forEach(patient -> onRecord.add(new Change(
                                    patient.asString(),
                                    record.path("action").asString(),
                                    record.path("resource").asString(""))));
                }
            });
            String next = page.path("nextCursor").asString("");
            cursor = next.isEmpty() ? null : "&cursor=" + next;
        }
        return onRecord;
    }

    private static FrontDesk auditor() {
        return new FrontDesk(stack().gateway(), stack().tokens().renewed(Role.AUDITOR));
    }
}
