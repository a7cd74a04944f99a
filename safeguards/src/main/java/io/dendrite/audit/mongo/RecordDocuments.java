package io.dendrite.audit.mongo;

import io.dendrite.audit.model.AuditRecord;
import io.dendrite.audit.model.Outcome;
import io.dendrite.audit.model.What;
import io.dendrite.audit.model.Who;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** The form of a record in the database. */
final class RecordDocuments {

    static final String ID = "record";
    static final String TIME = "time";
    static final String SITE = "site";
    static final String ACTOR = "actor";
    static final String PATIENTS = "patients";

    private RecordDocuments() {}

    static Document write(AuditRecord record) {
        Who who = record.who();
        What what = record.what();
        return new Document(ID, record.id())
                .append(TIME, Date.from(record.time()))
                .append("service", record.service())
                .append(SITE, record.site())
                .append(ACTOR, who.actor())
                .append("roles", who.roles())
                .append("address", who.address())
                .append("breakGlass", who.breakGlass())
                .append("action", what.action())
                .append(PATIENTS, what.patients())
                .append("resource", what.resource())
                .append("version", what.version())
                .append("changed", what.changed())
                .append("outcome", record.outcome().name())
                .append("reason", record.reason())
                .append("statement", record.statement())
                .append("traceId", record.traceId());
    }

    static AuditRecord read(Document document) {
        return new AuditRecord(
                document.getString(ID),
                document.getDate(TIME).toInstant(),
                document.getString("service"),
                document.getString(SITE),
                new Who(
                        document.getString(ACTOR),
                        texts(document, "roles"),
                        document.getString("address"),
                        document.getString("breakGlass")),
                new What(
                        document.getString("action"),
                        texts(document, PATIENTS),
                        document.getString("resource"),
                        document.getLong("version"),
                        texts(document, "changed")),
                Outcome.valueOf(document.getString("outcome")),
                document.getString("reason"),
                document.getString("statement"),
                document.getString("traceId"));
    }

    private static List<String> texts(Document document, String field) {
        return document.getList(field, String.class, List.of());
    }
}
