package io.dendrite.scheduling.treatment.mongo;

import io.dendrite.scheduling.mongo.VersionedDocuments;
import io.dendrite.scheduling.treatment.model.Course;
import io.dendrite.scheduling.treatment.model.Need;
import io.dendrite.scheduling.treatment.model.Phase;
import io.dendrite.scheduling.treatment.model.PhaseKind;
import io.dendrite.scheduling.treatment.model.Preparation;
import io.dendrite.scheduling.treatment.model.ReminderGroup;
import io.dendrite.scheduling.treatment.model.Route;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.util.HashSet;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A treatment as a document, in the shape of the API. */
final class TreatmentDocuments {

    private static final String REMINDER_GROUP = "reminderGroup";

    private TreatmentDocuments() {}

    static Document document(Treatment treatment) {
        return new Document("_id", treatment.id())
                .append("name", treatment.name())
                .append("route", treatment.route().name())
                .append("indications", treatment.indications())
                .append(
                        "phases",
                        treatment.phases().stream()
                                .map(TreatmentDocuments::phase)
                                .toList())
                .append("course", course(treatment.course()))
                .append("escortRequired", treatment.escortRequired())
                .append("enrolmentRequired", treatment.enrolmentRequired())
                .append("programme", treatment.programme())
                .append("minimumObservationMinutes", treatment.minimumObservationMinutes())
                .append(
                        "preparation",
                        new Document("solidsHours", treatment.preparation().solidsHours())
                                .append("liquidsHours", treatment.preparation().liquidsHours()))
                .append(REMINDER_GROUP, treatment.reminderGroup().name())
                .append(VersionedDocuments.VERSION, treatment.version());
    }

    static Treatment treatment(Document document) {
        Document preparation = document.get("preparation", Document.class);
        return new Treatment(
                document.getString("_id"),
                document.getString("name"),
                Route.valueOf(document.getString("route")),
                document.getList("indications", String.class),
                document.getList("phases", Document.class).stream()
                        .map(TreatmentDocuments::phase)
                        .toList(),
                course(document.get("course", Document.class)),
                document.getBoolean("escortRequired"),
                document.getBoolean("enrolmentRequired"),
                document.getString("programme"),
                document.getInteger("minimumObservationMinutes"),
                new Preparation(preparation.getInteger("solidsHours"), preparation.getInteger("liquidsHours")),
                ReminderGroup.valueOf(document.get(REMINDER_GROUP, ReminderGroup.A.name())),
                VersionedDocuments.version(document));
    }

    private static Document phase(Phase phase) {
        return new Document("phase", phase.phase().name())
                .append("minutes", phase.minutes())
                .append(
                        "needs",
                        phase.needs().stream()
                                .map(need ->
                                        new Document("kind", need.kind()).append("skills", List.copyOf(need.skills())))
                                .toList());
    }

    private static Phase phase(Document phase) {
        return new Phase(
                PhaseKind.valueOf(phase.getString("phase")),
                phase.getInteger("minutes"),
                phase.getList("needs", Document.class).stream()
                        .map(need ->
                                new Need(need.getString("kind"), new HashSet<>(need.getList("skills", String.class))))
                        .toList());
    }

    private static @Nullable Document course(@Nullable Course course) {
        return course == null
                ? null
                : new Document("sessions", course.sessions())
                        .append("minDaysBetween", course.minDaysBetween())
                        .append("maxDaysBetween", course.maxDaysBetween())
                        .append("maxPerWeek", course.maxPerWeek());
    }

    private static @Nullable Course course(@Nullable Document course) {
        return course == null
                ? null
                : new Course(
                        course.getInteger("sessions"),
                        course.getInteger("minDaysBetween"),
                        course.getInteger("maxDaysBetween"),
                        course.getInteger("maxPerWeek"));
    }
}
