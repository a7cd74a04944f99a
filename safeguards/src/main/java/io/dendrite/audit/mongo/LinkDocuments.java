package io.dendrite.audit.mongo;

import io.dendrite.audit.model.Link;
import java.util.Locale;
import org.bson.Document;

/** The form of a link in the database: the record, and its place and seals beside it. */
final class LinkDocuments {

    static final String SEQUENCE = "sequence";
    static final String SEAL = "seal";

    private LinkDocuments() {}

    /** One id for each place of a chain, so that no place is taken twice. */
    static String id(String site, long sequence) {
        return String.format(Locale.ROOT, "%s#%012d", site, sequence);
    }

    static Document write(Link link) {
        Document document = RecordDocuments.write(link.record());
        return document.append("_id", id(link.record().site(), link.sequence()))
                .append(SEQUENCE, link.sequence())
                .append("previous", link.previous())
                .append(SEAL, link.seal());
    }

    static Link read(Document document) {
        return new Link(
                document.getLong(SEQUENCE),
                RecordDocuments.read(document),
                document.getString("previous"),
                document.getString(SEAL));
    }
}
