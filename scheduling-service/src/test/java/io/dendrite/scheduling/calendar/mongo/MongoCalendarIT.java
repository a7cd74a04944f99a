package io.dendrite.scheduling.calendar.mongo;

import static io.dendrite.scheduling.calendar.Bookings.NOW;
import static io.dendrite.scheduling.calendar.Bookings.inChair;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.dendrite.testsupport.EnabledIfImage;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The same promises on the real server, and that it finds what is asked for without reading all. */
@EnabledIfImage("mongo:8")
@Testcontainers
class MongoCalendarIT extends HoldContract {

    @Container
    private static final MongoDBContainer SERVER = new MongoDBContainer("mongo:8");

    private static MongoClient client;

    @BeforeAll
    static void start() {
        client = MongoClients.create(SERVER.getConnectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Override
    MongoDatabase connect() {
        return client.getDatabase("calendar");
    }

    private String plan(Bson filter) {
        for (int number = 0; number < 20; number++) {
            add(inChair("fill-" + number, "patient-" + number, START + 4L * number));
        }
        return database.getCollection(CalendarCollections.LIVE)
                .find(filter)
                .explain(ExplainVerbosity.QUERY_PLANNER)
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();
    }

    @Test
    void findsAWindowByIndex() {
        assertThat(plan(Filters.and(
                        Filters.eq(EntryDocument.SITE, "riverside"),
                        Filters.gt(EntryDocument.UNTIL, Date.from(DAY.start())),
                        Filters.lt(EntryDocument.FROM, Date.from(DAY.end())))))
                .contains("IXSCAN", "site_1_until_1_from_1")
                .doesNotContain("COLLSCAN");
    }

    @Test
    void findsAPatientByIndex() {
        assertThat(plan(Filters.and(
                        Filters.eq(EntryDocument.PATIENT, "patient-3"),
                        Filters.eq(EntryDocument.KIND, EntryDocument.BOOKING))))
                .contains("IXSCAN", "patientId_1")
                .doesNotContain("COLLSCAN");
    }

    @Test
    void findsWhatHasExpiredByIndex() {
        assertThat(plan(HoldDocument.expiredAt(NOW)))
                .contains("IXSCAN", "expiresAt_1")
                .doesNotContain("COLLSCAN");
    }

    @Test
    void findsAnIdByIndex() {
        assertThat(plan(Filters.eq(EntryDocument.ID, "fill-3")))
                .containsAnyOf("IXSCAN", "IDHACK", "EXPRESS_IXSCAN")
                .doesNotContain("COLLSCAN");
    }
}
