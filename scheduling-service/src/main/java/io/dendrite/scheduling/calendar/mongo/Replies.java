package io.dendrite.scheduling.calendar.mongo;

import io.dendrite.scheduling.calendar.model.PatientReply;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a patient let the clinic know of a visit, within the visit's document. */
final class Replies {

    private static final String REPLY = "reply";
    private static final String PART_OF_DAY = "partOfDay";

    private Replies() {}

    static void write(Document appointment, @Nullable PatientReply reply) {
        if (reply == null) {
            return;
        }
        Document document = new Document("answer", reply.answer().name())
                .append("at", Date.from(reply.at()))
                .append("via", reply.via().name());
        if (reply.partOfDay() != null) {
            document.append(PART_OF_DAY, reply.partOfDay().name());
        }
        appointment.append(REPLY, document);
    }

    static @Nullable PatientReply read(Document appointment) {
        Document document = appointment.get(REPLY, Document.class);
        if (document == null) {
            return null;
        }
        String part = document.getString(PART_OF_DAY);
        return new PatientReply(
                PatientReply.Answer.valueOf(document.getString("answer")),
                document.getDate("at").toInstant(),
                PatientReply.Via.valueOf(document.getString("via")),
                part == null ? null : PatientReply.PartOfDay.valueOf(part));
    }
}
