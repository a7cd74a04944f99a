package io.dendrite.scheduling.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.ServiceIT;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.StartFilter;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.patient.application.PatientRegister;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;

/**
 * How long availability takes at a busy site, in the domain alone and over HTTP, while the archive grows. It is no test
 * and no part of {@code mvn verify}; the command stands in docs/scheduling-service.md. What it measured is in
 * {@code target/availability-benchmark.txt}.
 *
 * <p>System property {@code archive}: sizes of the archive in rising order, such as {@code 1000,100000}.
 */
@TestPropertySource(properties = "test.database=benchmark")
class AvailabilityBenchmark extends ServiceIT {

    private static final int WARM_UP = 400;
    private static final int ROUNDS = 200;
    private static final int BATCH = 1_000;
    private static final List<Integer> RANGES = List.of(14, 90);

    @Autowired
    @Qualifier(Clinic.STORED)
    private Clinic clinic;

    @Autowired
    @Qualifier(Calendar.STORED)
    private Calendar calendar;

    @Autowired
    @Qualifier(PatientRegister.STORED)
    private PatientRegister patients;

    @Autowired
    private Treatments treatments;

    @Autowired
    private MongoDatabase database;

    private final List<String> report = new ArrayList<>();

    @Test
    void measures() {
        BusySite busy = new BusySite();
        busy.open(clinic);
        Treatment treatment = treatments.treatment("iv-mood-2").orElseThrow();
        VisitPattern pattern = VisitPatterns.of(treatment);
        LocalDate first = LocalDate.now(busy.site.timeZone()).plusDays(1);
        Pictures pictures = new Pictures(clinic, calendar);
        int booked = 0;
        for (int day = 0; day < 91; day++) {
            booked += busy.fill(first.plusDays(day), calendar, pictures, pattern);
        }
        report.add("%d chairs, %d people, %d visits in 91 days"
                .formatted(BusySite.CHAIRS, busy.resources().size() - BusySite.CHAIRS, booked));
        row("", "p50 ms", "p99 ms", "slots");
        for (int days : RANGES) {
            domain(busy, treatment, first, days, true);
            domain(busy, treatment, first, days, false);
        }
        int archived = 0;
        for (String size : System.getProperty("archive", "1000,10000,100000").split(",", -1)) {
            archived = archive(archived, Integer.parseInt(size));
            for (int days : RANGES) {
                http(first, days, archived);
            }
        }
    }

    /** Without database and HTTP: reading claims, making the picture, counting every start. */
    private void domain(BusySite busy, Treatment treatment, LocalDate first, int days, boolean filled) {
        Instant from = first.atStartOfDay(busy.site.timeZone()).toInstant();
        Instant to = first.plusDays(days).atStartOfDay(busy.site.timeZone()).toInstant();
        Quarters around = Quarters.covering(from.minus(Duration.ofDays(1)), to.plus(Duration.ofDays(1)));
        Taken taken = filled ? calendar.takenAt(busy.site.id(), around, "") : new Taken(List.of(), List.of());
        List<Resource> resources = busy.resources();
        if (filled) {
            measure(
                    "reading what is taken, %d days".formatted(days),
                    () -> calendar.takenAt(busy.site.id(), around, "").claims().size());
        }
        FindStarts findStarts = new FindStarts(
                answering(Clinic.class, "resources", resources),
                treatments,
                patients,
                calendar,
                new Pictures(
                        answering(Clinic.class, "resources", resources), answering(Calendar.class, "takenAt", taken)),
                Clock.systemUTC());
        AvailabilityQuery query = new AvailabilityQuery(
                busy.site, treatment, new FindStarts.Range(from, to), StartFilter.ANY, null, null, 5_000, false);
        measure(
                "domain alone, %d days, %d claims"
                        .formatted(days, taken.claims().size()),
                () -> findStarts.find(query).slots().size());
    }

    private void http(LocalDate first, int days, int archived) {
        Api api = api();
        String path = "/api/v1/availability?site=busy&treatment=iv-mood-2&limit=5000&from=" + first + "&to="
                + first.plusDays(days - 1L);
        measure("HTTP, %d days, %d in the archive".formatted(days, archived), () -> {
            Api.Answer answer = api.get(path);
            assertThat(answer.status()).isEqualTo(200);
            return answer.json().path("slots").size();
        });
    }

    private interface Call {
        int slots();
    }

    private void measure(String what, Call call) {
        int slots = 0;
        for (int round = 0; round < WARM_UP; round++) {
            slots = call.slots();
        }
        // What making the site left behind is not part of the answer's time.
        System.gc();
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            call.slots();
            nanos[round] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        row(what, millis(nanos[ROUNDS / 2]), millis(nanos[ROUNDS * 99 / 100]), slots);
    }

    /** Written at once: a larger archive may be more than the heap holds. */
    private void row(String what, Object p50, Object p99, Object slots) {
        report.add(String.format(Locale.ROOT, "%-44s %8s %8s %8s", what, p50, p99, slots));
        try {
            Files.write(Path.of("target", "availability-benchmark.txt"), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
    }

    /** As slim as a document can be: the embedded server keeps it in the heap. */
    private int archive(int before, int after) {
        MongoCollection<Document> archive = database.getCollection("calendar_archive");
        Instant now = Instant.now();
        List<Document> batch = new ArrayList<>();
        for (int number = before; number < after; number++) {
            Instant start = now.minus(Duration.ofDays(8)).minus(Duration.ofMinutes(15L * number));
            batch.add(new Document("_id", "old-" + number)
                    .append("kind", "BOOKING")
                    .append("site", "busy")
                    .append("patientId", "old-" + number)
                    .append("from", Date.from(start))
                    .append("until", Date.from(start.plus(Duration.ofHours(2)))));
            if (batch.size() == BATCH || number == after - 1) {
                archive.insertMany(batch);
                batch.clear();
            }
        }
        return after;
    }

    /** Something that answers the methods named, and is asked nothing else. */
    private static <T> T answering(Class<T> port, Object... answers) {
        Object made =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    for (int number = 0; number < answers.length; number += 2) {
                        if (method.getName().equals(answers[number])) {
                            return answers[number + 1];
                        }
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        return port.cast(made);
    }
}
