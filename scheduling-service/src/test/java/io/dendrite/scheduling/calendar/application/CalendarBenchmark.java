package io.dendrite.scheduling.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.treatment.application.Treatments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;

/**
 * How long plans of courses take at a busy site, and how many visits are booked in a second by clients at once, straight
 * at the service. It is no test and no part of {@code mvn verify}; the command stands in docs/scheduling-service.md. What
 * it measured is in {@code target/calendar-benchmark.txt}.
 */
@TestPropertySource(properties = "test.database=calendar-benchmark")
class CalendarBenchmark extends ServiceIT {

    private static final int PLANS = 400;
    private static final int CLIENTS = 32;
    private static final int SITES = 8;
    private static final Duration BOOKING = Duration.ofSeconds(30);
    private static final String HOURS = "[{\"from\":\"06:00\",\"to\":\"22:00\"}]";

    @Autowired
    @Qualifier(Clinic.STORED)
    private Clinic clinic;

    @Autowired
    @Qualifier(Calendar.STORED)
    private Calendar calendar;

    @Autowired
    private Treatments treatments;

    private final List<String> report = new ArrayList<>();

    @Test
    void measures() throws Exception {
        bookings();
        plans();
        Files.write(Path.of("target", "calendar-benchmark.txt"), report);
    }

    private void plans() {
        BusySite busy = new BusySite();
        busy.open(clinic);
        VisitPattern pattern =
                VisitPatterns.of(treatments.treatment("iv-mood-2").orElseThrow());
        LocalDate first = LocalDate.now(busy.site.timeZone()).plusDays(1);
        Pictures pictures = new Pictures(clinic, calendar);
        for (int day = 0; day < 91; day++) {
            busy.fill(first.plusDays(day), calendar, pictures, pattern);
        }
        Api api = api();
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < 2 * PLANS; round++) {
            String body = "{\"siteId\":\"busy\",\"treatmentId\":\"iv-mood-2\",\"earliest\":\""
                    + first.plusDays(round % 30) + "\"}";
            long begun = System.nanoTime();
            Answer answer = api.post("/api/v1/course-plans", body);
            if (round >= PLANS) {
                nanos.add(System.nanoTime() - begun);
            }
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
        row("course plans (iv-mood-2, 6 sessions) over HTTP, " + BusySite.CHAIRS + " chairs, 80 % booked", nanos);
    }

    /** Each client books for patients of its own, at one of some sites, the earliest start that it has not tried. */
    private void bookings() throws Exception {
        Api api = api();
        for (int site = 0; site < SITES; site++) {
            open(api, "bench-" + site);
        }
        List<String> patients = new ArrayList<>();
        for (int client = 0; client < CLIENTS * 8; client++) {
            patients.add(patient(api, client));
        }
        run(api, patients, Duration.ofSeconds(15), new AtomicInteger());
        AtomicInteger refused = new AtomicInteger();
        long begun = System.nanoTime();
        List<Long> nanos = run(api, patients, BOOKING, refused);
        double seconds = (System.nanoTime() - begun) / 1e9;
        report.add(String.format(
                Locale.ROOT,
                "%d clients, %d sites: %d visits booked in %.1f s, %.0f per second; %d refused",
                CLIENTS,
                SITES,
                nanos.size(),
                seconds,
                nanos.size() / seconds,
                refused.get()));
        row("a booking with " + CLIENTS + " clients", nanos);
    }

    private static List<Long> run(Api api, List<String> patients, Duration time, AtomicInteger refused)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            long end = System.nanoTime() + time.toNanos();
            List<Callable<List<Long>>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                List<String> own = patients.subList(8 * client, 8 * client + 8);
                clients.add(new Client(api, own, client, end, refused));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> one : threads.invokeAll(clients)) {
                nanos.addAll(one.get());
            }
            return nanos;
        } finally {
            threads.shutdownNow();
        }
    }

    /** One front desk. */
    private record Client(Api api, List<String> patients, int number, long end, AtomicInteger refused)
            implements Callable<List<Long>> {

        private static final AtomicInteger DAYS = new AtomicInteger(2);

        @Override
        public List<Long> call() {
            List<Long> nanos = new ArrayList<>();
            while (System.nanoTime() < end) {
                LocalDate date = LocalDate.now(ZoneOffset.UTC).plusDays(2 + DAYS.getAndIncrement() / 8 % 600);
                for (String patient : patients) {
                    for (int hour = 6; hour < 20 && System.nanoTime() < end; hour += 3) {
                        long begun = System.nanoTime();
                        int status = api.post(
                                        "/api/v1/bookings", """
                                {"patientId":"%s","siteId":"bench-%d","treatmentId":"iv-mood-2","appointments":[{"start":"%sT%02d:00"}]}""".formatted(patient, (number + hour) % SITES, date, hour))
                                .status();
                        if (status == 201) {
                            nanos.add(System.nanoTime() - begun);
                        } else {
                            refused.incrementAndGet();
                        }
                    }
                }
            }
            return nanos;
        }
    }

    private static void open(Api api, String site) {
        StringBuilder week = new StringBuilder();
        for (var day : DayOfWeek.values()) {
            week.append(week.isEmpty() ? "" : ",")
                    .append('"')
                    .append(day)
                    .append("\":")
                    .append(HOURS);
        }
        put(api, "/api/v1/sites/" + site, """
                {"name":"Bench","timeZone":"America/Los_Angeles","address":"1 Road","phone":"+1 555 0100","openingHours":{%s}}""".formatted(week));
        for (int number = 1; number <= 20; number++) {
            put(
                    api,
                    "/api/v1/sites/" + site + "/resources/chair-" + number,
                    "{\"kind\":\"CHAIR\",\"name\":\"c\",\"skills\":[\"iv\"],\"lanes\":1}");
        }
        for (int number = 1; number <= 8; number++) {
            put(
                    api,
                    "/api/v1/sites/" + site + "/resources/nurse-" + number,
                    "{\"kind\":\"NURSE\",\"name\":\"n\",\"skills\":[\"iv\"],\"lanes\":3}");
        }
        put(
                api,
                "/api/v1/sites/" + site + "/resources/prescriber-1",
                "{\"kind\":\"PRESCRIBER\",\"name\":\"p\",\"skills\":[\"iv\"],\"lanes\":20}");
    }

    private static void put(Api api, String path, String body) {
        Answer answer = api.put(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static String patient(Api api, int number) {
        return api.post("/api/v1/patients", """
                {"givenName":"Given%d","familyName":"Family","birthDate":"1985-04-12","email":"p%d@example.org",
                 "language":"en","emailConsent":true}""".formatted(number, number))
                .json()
                .path("id")
                .asString();
    }

    private void row(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        report.add(String.format(
                Locale.ROOT,
                "%s: p50 %.1f ms, p99 %.1f ms (%d)",
                what,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.size()));
    }
}
