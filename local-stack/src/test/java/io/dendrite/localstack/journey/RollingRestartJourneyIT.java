package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A deployment in the middle of the day: one instance after the other ends in order and is started again. */
class RollingRestartJourneyIT extends Journey {

    private static final int DESKS = 4;
    private static final int CHAIRS = 20;

    /** So many for each booking: mails go out at the pace of a polite sender, and all are waited for. */
    private static final int LOOKS = 8;

    /** As people do; without it the machine has little time left for starting a service. */
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final LocalDate FROM = LocalDate.of(2027, 3, 1);

    private final SmallClinic clinic = SmallClinic.with(office(), CHAIRS, CHAIRS);
    private final List<FrontDesk.Patient> patients = desk().newPatients(40);
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, FrontDesk.Patient> booked = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);

    @Test
    void losesNoRequestAndSendsNoMailTwice() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(DESKS);
        List<Future<?>> desks = new ArrayList<>();
        try {
            for (int number = 0; number < DESKS; number++) {
                desks.add(threads.submit(this::work));
            }
            for (String service : List.of("scheduling-service-1", "scheduling-service-2", "notification-service")) {
                int before = booked.size();
                await().atMost(Duration.ofSeconds(30)).until(() -> booked.size() > before + 5);
                stack().stack().service(service).stop();
                stack().start(service);
            }
        } finally {
            goesOn.set(false);
            threads.shutdown();
        }
        for (Future<?> desk : desks) {
            desk.get();
        }

        assertThat(statuses.keySet()).as(statuses.toString()).containsOnly(200, 201);
        assertThat(booked.size()).isGreaterThan(30);
        booked.forEach((booking, patient) -> assertThat(
                        desk().get("/bookings/" + booking).status())
                .as(booking)
                .isEqualTo(200));
        for (FrontDesk.Patient patient : patients) {
            int expected =
                    (int) booked.values().stream().filter(patient::equals).count();
            mails().to(patient.email(), expected);
            assertThat(mails().folder().mailsTo(patient.email())).hasSize(expected);
        }
    }

    /** Books, looks some times, and books again, without repeating anything. */
    private void work() {
        while (goesOn.get()) {
            int number = next.getAndIncrement();
            FrontDesk.Patient patient = patients.get(number % patients.size());
            // Twenty at a time, five times a day.
            int moment = number / CHAIRS;
            String start = FROM.plusDays(moment / 5) + "T%02d:00".formatted(6 + 3 * (moment % 5));
            Answer answer = desk().post(
                            "/bookings",
                            FrontDesk.bookingJson(patient, clinic, start),
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
            statuses.merge(answer.status(), 1, Integer::sum);
            if (answer.status() == 201) {
                booked.put(answer.id(), patient);
            }
            for (int look = 0; look < LOOKS; look++) {
                statuses.merge(
                        desk().get("/appointments?site=" + clinic.site() + "&date=" + FROM)
                                .status(),
                        1,
                        Integer::sum);
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        }
    }
}
