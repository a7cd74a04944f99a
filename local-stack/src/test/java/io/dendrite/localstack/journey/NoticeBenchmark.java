package io.dendrite.localstack.journey;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * How soon patients are told, how fast a backlog goes out, and what waiting reminders cost; not part of the usual run. See
 * docs/notification-service.md for the command.
 */
class NoticeBenchmark extends Journey {

    private static final int PER_SECOND = 20;
    private static final int SECONDS = 60;
    private static final int BACKLOG = 10_000;
    private static final int WAITING = Integer.getInteger("waiting", 100_000);
    private static final Path RESULT = Path.of("target/notice-benchmark.txt");

    private final StringBuilder result = new StringBuilder();

    @Test
    void measures() throws Exception {
        SmallClinic clinic = SmallClinic.with(office(), 20, 20);
        List<FrontDesk.Patient> patients = desk().newPatients(100);
        try (MongoClient mongo = MongoClients.create(stack().mongo().connectionString())) {
            MongoCollection<Document> notices =
                    mongo.getDatabase("dendrite-notification").getCollection("notices");
            bookings(notices, "nothing else waits", clinic, patients, LocalDate.of(2027, 3, 1));
            memory("before");
            Document sample =
                    notices.find(new Document("kind", "APPOINTMENT_REMINDER")).first();
            catchUp(notices, sample);
            insert(notices, sample, WAITING, Instant.now().plus(Duration.ofDays(30)));
            memory("with " + WAITING + " reminders waiting");
            bookings(notices, WAITING + " reminders wait", clinic, patients, LocalDate.of(2027, 5, 1));
            memory("after bookings beside them");
        }
    }

    private void bookings(
            MongoCollection<Document> notices,
            String title,
            SmallClinic clinic,
            List<FrontDesk.Patient> patients,
            LocalDate from)
            throws Exception {
        Map<String, Long> asked = new ConcurrentHashMap<>();
        ScheduledExecutorService desks = Executors.newScheduledThreadPool(16);
        int count = PER_SECOND * SECONDS;
        List<Future<?>> booking = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            // Twenty chairs, five visits a day in each.
            int turn = number;
            FrontDesk.Patient patient = patients.get(number % patients.size());
            String start = from.plusDays(number / patients.size()) + "T" + "%02d:00".formatted(6 + 3 * (number % 5));
            booking.add(desks.schedule(
                    () -> {
                        long before = System.currentTimeMillis();
                        Answer answer = desk().post("/bookings", FrontDesk.bookingJson(patient, clinic, start));
                        if (answer.status() == 201) {
                            asked.put(answer.id(), before);
                        }
                    },
                    1000L * turn / PER_SECOND,
                    TimeUnit.MILLISECONDS));
        }
        for (Future<?> each : booking) {
            each.get();
        }
        desks.shutdown();
        List<Long> delays = delays(notices, asked);
        say(
                "booking asked for to SMTP acceptance, %d a second, %d of %d booked (%s): p50 %d ms, p95 %d ms, p99 %d ms, max %d ms"
                        .formatted(
                                PER_SECOND,
                                delays.size(),
                                count,
                                title,
                                percentile(delays, 50),
                                percentile(delays, 95),
                                percentile(delays, 99),
                                percentile(delays, 100)));
    }

    private static List<Long> delays(MongoCollection<Document> notices, Map<String, Long> asked) {
        Document confirmed = new Document("kind", "BOOKING_CONFIRMED").append("status", "SENT");
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> sentAt(notices, confirmed).keySet().containsAll(asked.keySet()));
        Map<String, Long> sent = sentAt(notices, confirmed);
        return asked.entrySet().stream()
                .map(entry -> sent.get(entry.getKey()) - entry.getValue())
                .sorted()
                .toList();
    }

    private static Map<String, Long> sentAt(MongoCollection<Document> notices, Document filter) {
        Map<String, Long> sent = new HashMap<>();
        notices.find(filter)
                .forEach(notice -> sent.put(
                        notice.getString("bookingId"),
                        notice.getDate("sentAt").toInstant().toEpochMilli()));
        return sent;
    }

    private void catchUp(MongoCollection<Document> notices, Document sample) {
        insert(notices, sample, BACKLOG, Instant.now().minusSeconds(60));
        long started = System.nanoTime();
        Document due = new Document("claimableAt", new Document("$lte", Date.from(Instant.now())));
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> notices.countDocuments(due) == 0);
        double seconds = (System.nanoTime() - started) / 1e9;
        say("catch-up of %d due reminders: %.1f s, %.0f a second".formatted(BACKLOG, seconds, BACKLOG / seconds));
    }

    private static void insert(MongoCollection<Document> notices, Document sample, int count, Instant due) {
        List<Document> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Document(sample)
                    .append("_id", UUID.randomUUID().toString().replace("-", ""))
                    .append("status", "PENDING")
                    .append("attempts", 0)
                    .append("dueAt", Date.from(due))
                    .append("claimableAt", Date.from(due))
                    .append("timing", new Document("dueAt", Date.from(due)).append("optional", false)));
            if (rows.size() == 1000) {
                notices.insertMany(rows);
                rows.clear();
            }
        }
    }

    private void memory(String title) throws IOException {
        for (String service : List.of("notification-service", "scheduling-service-1", "gateway")) {
            long pid = stack().stack().service(service).process().pid();
            Path status = Path.of("/proc/" + pid + "/status");
            if (Files.isReadable(status)) {
                String rss = Files.readAllLines(status, StandardCharsets.UTF_8).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst()
                        .orElse("");
                say("resident memory of %s %s: %d MiB"
                        .formatted(service, title, Long.parseLong(rss.replaceAll("\\D", "")) / 1024));
            }
        }
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private void say(String line) {
        result.append(line).append('\n');
        try {
            Files.writeString(RESULT, result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
