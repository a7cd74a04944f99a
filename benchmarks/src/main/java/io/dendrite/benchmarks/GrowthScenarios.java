package io.dendrite.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.dendrite.benchmarks.load.BookingLoad;
import io.dendrite.benchmarks.load.LoadAnswer;
import io.dendrite.benchmarks.load.Slots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Whether what is quick today is still quick when much has gathered. */
final class GrowthScenarios {

    private static final int CLIENTS = 8;
    private static final int BATCH = 1000;
    private static final String MARK = "benchmark";

    private GrowthScenarios() {}

    /** Made-up visits of years past go into the archive, straight into the database, and are taken out of one that goes on. */
    static void history(Run run) {
        String address = run.target().mongodb();
        if (address == null) {
            return;
        }
        Slots slots = ReadingScenarios.filled(run, "old", 14);
        Slots ahead = ahead(run, "old-ahead");
        try (MongoClient client = MongoClients.create(address)) {
            MongoDatabase database = client.getDatabase("dendrite-scheduling");
            MongoCollection<Document> archive = database.getCollection("calendar_archive");
            Document sample = database.getCollection("calendar")
                    .find(Filters.eq("site", slots.site(0)))
                    .first();
            if (sample == null) {
                throw new IllegalStateException("what was just booked is not in the database of --mongodb");
            }
            int there = 0;
            int step = 0;
            try {
                for (int count : run.settings().history()) {
                    fill(archive, sample, there, count);
                    there = count;
                    measure(run, Scenario.HISTORY, count + " past", slots, ahead, step++);
                }
            } finally {
                if (!run.target().isLocal()) {
                    archive.deleteMany(Filters.exists(MARK));
                }
            }
        }
    }

    private static void fill(MongoCollection<Document> archive, Document sample, int from, int until) {
        List<Document> batch = new ArrayList<>();
        for (int number = from; number < until; number++) {
            Duration earlier = Duration.ofDays(1000 + number % 1500);
            batch.add(new Document(sample)
                    .append("_id", MARK + "-" + number)
                    .append(MARK, true)
                    .append("claims", List.of())
                    .append("patientClaims", List.of())
                    .append("from", before(sample, "from", earlier))
                    .append("until", before(sample, "until", earlier)));
            if (batch.size() == BATCH || number == until - 1) {
                archive.insertMany(batch);
                batch.clear();
            }
        }
    }

    private static Date before(Document sample, String field, Duration earlier) {
        return Date.from(sample.getDate(field).toInstant().minus(earlier));
    }

    /** Sites that nobody books, beside the ones that are measured. */
    static void sites(Run run) {
        Slots slots = ReadingScenarios.filled(run, "one", 14);
        Slots ahead = ahead(run, "one-ahead");
        int there = 2;
        int step = 0;
        for (int count : run.settings().sites()) {
            run.ground().sites("more-" + count, Math.max(0, count - there), 1, "America/Los_Angeles");
            there = Math.max(there, count);
            measure(run, Scenario.SITES, count + " sites", slots, ahead, step++);
        }
    }

    private static Slots ahead(Run run, String name) {
        List<String> sites = run.ground().sites(name, 1, Run.CHAIRS, "America/Los_Angeles");
        return new Slots(sites, Run.CHAIRS, run.ground().patients(Run.CHAIRS + 40), run.from());
    }

    private static void measure(Run run, Scenario scenario, String parameter, Slots filled, Slots ahead, int step) {
        ReadingScenarios.measure(
                run, scenario, "availability, " + parameter, ReadingScenarios.availability(run, filled, 14));
        int first = step * 100 * ahead.perDay();
        List<LoadAnswer> answers = run.load(
                scenario.letter() + "-book-" + step, BookingLoad.class, run.plan(CLIENTS, ahead, first, Map.of()));
        run.summary()
                .add(run.measured(scenario.title(), "bookings, " + parameter + ", " + CLIENTS + " clients", answers));
    }
}
