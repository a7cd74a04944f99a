package io.dendrite.audit.mongo;

import com.mongodb.client.model.Updates;
import io.dendrite.audit.AuditDraft;
import io.dendrite.audit.model.AuditRecord;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How the record of a change waits inside the document that was changed: an array {@value #RECORDS}, and {@value #SINCE}
 * as long as it is not empty. One write stores the change and its record, so that no change is ever without one.
 */
public final class AuditField {

    /** The array of waiting records. */
    public static final String RECORDS = "audit";

    /** When the newest of them was added; absent when none waits. */
    public static final String SINCE = "auditSince";

    private AuditField() {}

    /** Adds the record of the request in hand to a document that is about to be inserted. */
    public static Document addTo(Document document, String kind, String id, @Nullable Long version) {
        AuditRecord record = record(AuditDraft.current(), kind, id, version);
        return document.append(RECORDS, List.of(RecordDocuments.write(record))).append(SINCE, Date.from(record.time()));
    }

    /** The part of an update that adds the record of the request in hand. */
    public static Bson push(String kind, String id, @Nullable Long version) {
        return push(AuditDraft.current(), kind, id, version);
    }

    /** The part of an update that adds the record of something else than the request in hand. */
    public static Bson push(AuditDraft draft, String kind, String id, @Nullable Long version) {
        AuditRecord record = record(draft, kind, id, version);
        return Updates.combine(
                Updates.push(RECORDS, RecordDocuments.write(record)), Updates.set(SINCE, Date.from(record.time())));
    }

    private static AuditRecord record(AuditDraft draft, String kind, String id, @Nullable Long version) {
        draft.resource(kind, id, version);
        return draft.take();
    }
}
