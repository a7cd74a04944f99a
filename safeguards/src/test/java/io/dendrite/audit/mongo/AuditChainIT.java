package io.dendrite.audit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dendrite.access.model.SiteScope;
import io.dendrite.audit.application.AuditQuery;
import io.dendrite.audit.application.DropOldRecords;
import io.dendrite.audit.application.LinkRecords;
import io.dendrite.audit.application.VerifyChains;
import io.dendrite.audit.application.WaitingRecord;
import io.dendrite.audit.model.Link;
import io.dendrite.audit.model.Records;
import io.dendrite.audit.model.Verdict;
import io.dendrite.testsupport.EmbeddedMongo;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditChainIT {

    private final EmbeddedMongo server = new EmbeddedMongo();
    private final MongoClient client = MongoClients.create(server.connectionString());
    private MongoDatabase database;
    private MongoInbox inbox;
    private MongoChains chains;

    @BeforeEach
    void open() {
        database = client.getDatabase("audit");
        inbox = new MongoInbox(database);
        chains = new MongoChains(database);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void linksWhatWaitsBySite() {
        inbox.add(Records.record("a", "riverside", 2));
        inbox.add(Records.record("b", "harbor", 1));
        inbox.add(Records.record("c", "riverside", 1));

        assertThat(linking().linkSome()).isFalse();

        assertThat(ids("riverside")).containsExactly("c", "a");
        assertThat(ids("harbor")).containsExactly("b");
        assertThat(inbox.waiting(10)).isEmpty();
        assertThat(verify("riverside").broken()).isNull();
        assertThat(verify("riverside").links()).isEqualTo(2);
    }

    @Test
    void aRecordThatIsDeliveredAgainIsKeptOnce() {
        List<WaitingRecord> waiting = add(20);
        linking().linkSome();
        // As after a crash between linking and taking away.
        waiting.forEach(each -> inbox.add(each.record()));
        linking().linkSome();

        assertThat(ids("riverside")).hasSize(20);
        assertThat(inbox.waiting(100)).isEmpty();
        assertThat(verify("riverside").broken()).isNull();
    }

    @Test
    void aCrashBeforeTheHeadWasMovedHarmsNothing() {
        add(3);
        linking().linkSome();
        database.getCollection("heads")
                .updateOne(
                        new Document("_id", "riverside"),
                        new Document("$set", new Document("sequence", 1L).append("seal", seal(1))));
        inbox.add(Records.record("later", "riverside", 99));
        linking().linkSome();

        assertThat(ids("riverside")).hasSize(4).endsWith("later");
        assertThat(verify("riverside").broken()).isNull();
    }

    @Test
    void severalInstancesLinkEachRecordOnceInOneChain() throws Exception {
        int writers = 4;
        int each = 250;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int number = writer;
            all.add(threads.submit(() -> {
                go.await();
                IntStream.range(0, each).forEach(i -> inbox.add(Records.record(number + "-" + i, "riverside", i % 50)));
                return null;
            }));
        }
        for (int linker = 0; linker < 4; linker++) {
            all.add(threads.submit(() -> {
                LinkRecords linking =
                        new LinkRecords(List.of(new MongoInbox(database)), new MongoChains(database), Records.SEALING);
                go.await();
                for (int round = 0; round < 50; round++) {
                    linking.linkSome();
                }
                return null;
            }));
        }
        go.countDown();
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        while (!inbox.waiting(1).isEmpty()) {
            linking().linkSome();
        }

        assertThat(ids("riverside")).hasSize(writers * each).doesNotHaveDuplicates();
        assertThat(verify("riverside")).isEqualTo(new Verdict("riverside", 1, (long) writers * each, null));
    }

    @Test
    void theDatabaseCannotBeChangedUnnoticed() {
        add(6);
        linking().linkSome();
        var chain = database.getCollection("chain");

        chain.updateOne(
                new Document("_id", LinkDocuments.id("riverside", 4)),
                new Document("$set", new Document("actor", "somebody-else")));
        assertThat(verify("riverside").broken()).isEqualTo(new Verdict.Break(4, Verdict.Kind.ALTERED));

        chain.deleteOne(new Document("_id", LinkDocuments.id("riverside", 3)));
        assertThat(verify("riverside").broken().sequence()).isEqualTo(3);

        chain.deleteMany(new Document("sequence", new Document("$gte", 2L)));
        assertThat(verify("riverside").broken()).isEqualTo(new Verdict.Break(2, Verdict.Kind.MISSING));
    }

    @Test
    void findsByPatientActorSiteAndTime() {
        add(10);
        inbox.add(Records.record("other", "harbor", 5));
        linking().linkSome();
        SiteScope both = SiteScope.of(List.of("*"));

        assertThat(chains.find(new AuditQuery(both, null, "patient-r4", null, null, null, null, 50)))
                .extracting(link -> link.record().id())
                .containsExactly("r4");
        assertThat(chains.find(new AuditQuery(both, null, null, "nobody", null, null, null, 50)))
                .isEmpty();
        assertThat(chains.find(new AuditQuery(both, "harbor", null, "desk-1", null, null, null, 50)))
                .hasSize(1);
        assertThat(chains.find(new AuditQuery(SiteScope.of(List.of("harbor")), null, null, null, null, null, null, 50)))
                .extracting(link -> link.record().site())
                .containsOnly("harbor");
        Instant from = Records.record("x", "riverside", 3).time();
        Instant to = Records.record("x", "riverside", 6).time();
        assertThat(chains.find(new AuditQuery(both, "riverside", null, null, from, to, null, 50)))
                .extracting(link -> link.record().id())
                .containsExactly("r5", "r4", "r3");
    }

    @Test
    void pagesThroughRecordsOfTheSameInstant() {
        IntStream.range(0, 5).forEach(i -> inbox.add(Records.record("same-" + i, "riverside", 1)));
        linking().linkSome();
        SiteScope all = SiteScope.of(List.of("*"));
        List<String> seen = new ArrayList<>();
        AuditQuery.Position before = null;
        for (int page = 0; page < 3; page++) {
            List<Link> found = chains.find(new AuditQuery(all, null, null, null, null, null, before, 2));
            found.forEach(link -> seen.add(link.record().id()));
            Link last = found.get(found.size() - 1);
            before = new AuditQuery.Position(last.record().time(), last.record().id());
        }

        assertThat(seen).containsExactly("same-4", "same-3", "same-2", "same-1", "same-0");
    }

    @Test
    void dropsWhatIsOlderThanTheYearsAndStaysIntact() {
        add(10);
        linking().linkSome();
        Instant sixYearsAfterTheFourth = Records.record("x", "riverside", 4)
                .time()
                .atOffset(ZoneOffset.UTC)
                .plusYears(6)
                .toInstant();
        Clock then = Clock.fixed(sixYearsAfterTheFourth, ZoneOffset.UTC);

        assertThat(new DropOldRecords(chains, then, Period.ofYears(6)).drop()).isEqualTo(3);

        assertThat(ids("riverside")).startsWith("r4").hasSize(7);
        assertThat(verify("riverside")).isEqualTo(new Verdict("riverside", 4, 7, null));
        inbox.add(Records.record("next", "riverside", 20));
        linking().linkSome();
        assertThat(verify("riverside")).isEqualTo(new Verdict("riverside", 4, 8, null));
    }

    private LinkRecords linking() {
        return new LinkRecords(List.of(inbox), chains, Records.SEALING);
    }

    private Verdict verify(String site) {
        return new VerifyChains(chains, Records.SEALING).verify(site);
    }

    private List<WaitingRecord> add(int count) {
        IntStream.rangeClosed(1, count).forEach(i -> inbox.add(Records.record("r" + i, "riverside", i)));
        return inbox.waiting(count);
    }

    private String seal(long sequence) {
        return database.getCollection("chain")
                .find(new Document("_id", LinkDocuments.id("riverside", sequence)))
                .first()
                .getString("seal");
    }

    private List<String> ids(String site) {
        List<String> ids = new ArrayList<>();
        chains.read(
                site,
                links -> links.forEachRemaining(link -> ids.add(link.record().id())));
        return ids;
    }
}
