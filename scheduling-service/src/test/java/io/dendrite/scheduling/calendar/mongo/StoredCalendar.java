package io.dendrite.scheduling.calendar.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.dendrite.scheduling.TestEncryption;
import io.dendrite.scheduling.calendar.application.Calendar;
import io.dendrite.scheduling.calendar.application.Holds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The real calendar for tests of other packages, and what it has stored. */
public final class StoredCalendar {

    private final MongoDatabase database;
    private final Clock clock;

    public StoredCalendar(MongoDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The calendar that production uses. */
    public Calendar calendar() {
        return new MongoCalendar(database, reasons(), clock);
    }

    /** The holds in it. */
    public Holds holds() {
        return new MongoHolds(database, reasons(), clock);
    }

    /** All current entries as they are stored. */
    public List<Document> entries() {
        return database.getCollection(CalendarCollections.LIVE)
                .find()
                .sort(Sorts.ascending(EntryDocument.ID))
                .into(new ArrayList<>());
    }

    /** Real seals, for patients who were never registered. */
    static SealedReasons reasons() {
        return new SealedReasons(
                TestEncryption.forAnybody(), TestEncryption.get().shared());
    }
}
