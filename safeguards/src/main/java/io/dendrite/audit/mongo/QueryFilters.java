package io.dendrite.audit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import io.dendrite.audit.application.AuditQuery;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;

/** A query as MongoDB reads it. */
final class QueryFilters {

    private QueryFilters() {}

    static Bson of(AuditQuery query) {
        List<Bson> all = new ArrayList<>();
        if (!query.sites().every()) {
            all.add(in(RecordDocuments.SITE, query.sites().ids()));
        }
        if (query.site() != null) {
            all.add(eq(RecordDocuments.SITE, query.site()));
        }
        if (query.patientId() != null) {
            all.add(eq(RecordDocuments.PATIENTS, query.patientId()));
        }
        if (query.actor() != null) {
            all.add(eq(RecordDocuments.ACTOR, query.actor()));
        }
        if (query.from() != null) {
            all.add(gte(RecordDocuments.TIME, Date.from(query.from())));
        }
        if (query.to() != null) {
            all.add(lt(RecordDocuments.TIME, Date.from(query.to())));
        }
        AuditQuery.Position before = query.before();
        if (before != null) {
            Date time = Date.from(before.time());
            all.add(or(
                    lt(RecordDocuments.TIME, time),
                    and(eq(RecordDocuments.TIME, time), lt(RecordDocuments.ID, before.id()))));
        }
        return all.isEmpty() ? empty() : and(all);
    }
}
