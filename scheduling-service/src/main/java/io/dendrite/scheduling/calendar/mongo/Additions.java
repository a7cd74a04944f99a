package io.dendrite.scheduling.calendar.mongo;

import io.dendrite.scheduling.calendar.model.AddedAppointment;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentKind;
import io.dendrite.scheduling.calendar.model.Booking;
import java.util.List;
import org.bson.Document;

/** The mark of an appointment that was added to its booking later; the others have none. */
final class Additions {

    private static final String ADDED = "added";

    private Additions() {}

    static Document write(Booking booking, Appointment appointment, Document document) {
        booking.additions().stream()
                .filter(added -> added.appointmentId().equals(appointment.id()))
                .forEach(added -> document.append(
                        ADDED, new Document("kind", added.kind().name()).append("request", added.request())));
        return document;
    }

    static List<AddedAppointment> read(List<Document> appointments) {
        return appointments.stream()
                .filter(appointment -> appointment.containsKey(ADDED))
                .map(appointment -> read(appointment.getString("id"), appointment.get(ADDED, Document.class)))
                .toList();
    }

    private static AddedAppointment read(String appointmentId, Document added) {
        return new AddedAppointment(
                appointmentId, AppointmentKind.valueOf(added.getString("kind")), added.getString("request"));
    }
}
