package io.dendrite.scheduling.calendar.mongo;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentStatus;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.Reservation;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.Transition;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** The form of a booking in the database. */
final class BookingDocument {

    static final String APPOINTMENTS = "appointments";

    private BookingDocument() {}

    static Document write(Booking booking, Document document, SealedReasons reasons) {
        return document.append(EntryDocument.PATIENT, booking.patientId())
                .append("treatmentId", booking.treatmentId())
                .append(EntryDocument.CREATED_AT, Date.from(booking.createdAt()))
                .append(APPOINTMENTS, appointments(booking, reasons));
    }

    static List<Document> appointments(Booking booking, SealedReasons reasons) {
        return booking.appointments().stream()
                .map(appointment ->
                        Additions.write(booking, appointment, write(appointment, booking.patientId(), reasons)))
                .toList();
    }

    static Booking read(Document document, SealedReasons reasons) {
        String patientId = document.getString(EntryDocument.PATIENT);
        return new Booking(
                document.getString(EntryDocument.ID),
                document.getString(EntryDocument.SITE),
                patientId,
                document.getString("treatmentId"),
                document.getDate(EntryDocument.CREATED_AT).toInstant(),
                document.getLong(EntryDocument.VERSION),
                document.getList(APPOINTMENTS, Document.class).stream()
                        .map(appointment -> readAppointment(appointment, patientId, reasons))
                        .toList(),
                Additions.read(document.getList(APPOINTMENTS, Document.class)));
    }

    private static Document write(Appointment appointment, String patientId, SealedReasons reasons) {
        Document document = new Document("id", appointment.id())
                .append("status", appointment.status().name())
                .append("sequence", appointment.sequence())
                .append(
                        "phases",
                        appointment.phases().stream()
                                .map(BookingDocument::write)
                                .toList());
        Appointment.Notes notes = appointment.notes();
        seal(document, "cancelReason", notes.cancelReason(), patientId, reasons);
        seal(document, "escort", notes.escort(), patientId, reasons);
        seal(document, "overbookReason", notes.overbookReason(), patientId, reasons);
        Replies.write(document, notes.reply());
        if (!appointment.transitions().isEmpty()) {
            document.append(
                    "transitions",
                    appointment.transitions().stream()
                            .map(transition -> write(transition, patientId, reasons))
                            .toList());
        }
        return document;
    }

    private static Document write(Transition transition, String patientId, SealedReasons reasons) {
        Document document = new Document("from", transition.from().name())
                .append("to", transition.to().name())
                .append("at", Date.from(transition.at()))
                .append("by", transition.by());
        seal(document, "reason", transition.reason(), patientId, reasons);
        return document;
    }

    private static void seal(
            Document document, String field, @Nullable String text, String patientId, SealedReasons reasons) {
        if (text != null) {
            document.append(field, reasons.ofPatient(patientId, text));
        }
    }

    private static Document write(ReservedPhase phase) {
        return new Document("name", phase.name())
                .append("from", phase.span().from())
                .append("until", phase.span().until())
                .append("withPatient", phase.withPatient())
                .append(
                        "resources",
                        phase.reservations().stream()
                                .map(held -> new Document("id", held.resource()).append("lane", held.lane()))
                                .toList());
    }

    private static Appointment readAppointment(Document document, String patientId, SealedReasons reasons) {
        return new Appointment(
                document.getString("id"),
                AppointmentStatus.valueOf(document.getString("status")),
                document.getInteger("sequence"),
                document.getList("phases", Document.class).stream()
                        .map(BookingDocument::readPhase)
                        .toList(),
                new Appointment.Notes(
                        opened(document, "cancelReason", patientId, reasons),
                        opened(document, "escort", patientId, reasons),
                        opened(document, "overbookReason", patientId, reasons),
                        Replies.read(document)),
                document.getList("transitions", Document.class, List.of()).stream()
                        .map(transition -> readTransition(transition, patientId, reasons))
                        .toList());
    }

    private static Transition readTransition(Document document, String patientId, SealedReasons reasons) {
        return new Transition(
                AppointmentStatus.valueOf(document.getString("from")),
                AppointmentStatus.valueOf(document.getString("to")),
                document.getDate("at").toInstant(),
                document.getString("by"),
                opened(document, "reason", patientId, reasons));
    }

    private static @Nullable String opened(Document document, String field, String patientId, SealedReasons reasons) {
        return reasons.ofPatient(patientId, document.get(field, Binary.class));
    }

    private static ReservedPhase readPhase(Document document) {
        return new ReservedPhase(
                document.getString("name"),
                new Quarters(document.getLong("from"), document.getLong("until")),
                document.getBoolean("withPatient"),
                document.getList("resources", Document.class).stream()
                        .map(held -> new Reservation(held.getString("id"), held.getInteger("lane")))
                        .toList());
    }
}
