package io.dendrite.scheduling.calendar.application;

import io.dendrite.events.AppointmentCancelledV1;
import io.dendrite.events.AppointmentRescheduledV1;
import io.dendrite.events.AppointmentStatusChangedV1;
import io.dendrite.events.AppointmentTime;
import io.dendrite.events.BookingConfirmedV1;
import io.dendrite.events.BookingEvent;
import io.dendrite.events.ReminderGroup;
import io.dendrite.events.SiteFace;
import io.dendrite.events.WaitlistOfferedV1;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.patient.application.Contacts;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.Trace;
import io.dendrite.scheduling.treatment.application.Treatments;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the world what happened to a booking: times and how to reach the patient, never what it is for. */
@Component
class BookingEventFactory {

    private final Contacts contacts;
    private final Treatments treatments;
    private final Clock clock;

    BookingEventFactory(Contacts contacts, Treatments treatments, Clock clock) {
        this.contacts = contacts;
        this.treatments = treatments;
        this.clock = clock;
    }

    OutboxEvent confirmed(Booking booking, Patient patient, Site site) {
        return confirmed(booking, booking.appointments(), patient, site);
    }

    /** Only some appointments are confirmed: those that were added now. */
    OutboxEvent confirmed(Booking booking, List<Appointment> appointments, Patient patient, Site site) {
        return event(
                booking,
                new BookingConfirmedV1(
                        booking.id(),
                        contacts.of(patient),
                        face(site),
                        appointments.stream()
                                .map(BookingEventFactory::time)
                                .sorted(Comparator.comparing(AppointmentTime::start))
                                .toList(),
                        group(booking)));
    }

    OutboxEvent rescheduled(Booking booking, Appointment before, Appointment after, Patient patient, Site site) {
        return event(
                booking,
                new AppointmentRescheduledV1(
                        booking.id(),
                        contacts.of(patient),
                        face(site),
                        time(after),
                        before.start(),
                        before.end(),
                        group(booking)));
    }

    /** The group tells nothing of the treatment that it comes from. */
    private ReminderGroup group(Booking booking) {
        return treatments
                .treatment(booking.treatmentId())
                .map(treatment ->
                        ReminderGroup.valueOf(treatment.reminderGroup().name()))
                .orElse(ReminderGroup.A);
    }

    OutboxEvent cancelled(Booking booking, Appointment cancelled, Patient patient, Site site) {
        return event(
                booking, new AppointmentCancelledV1(booking.id(), contacts.of(patient), face(site), time(cancelled)));
    }

    OutboxEvent offered(Hold hold, Patient patient, Site site) {
        Appointment visit = hold.visits().appointments().get(0);
        return event(
                hold.visits(),
                new WaitlistOfferedV1(
                        hold.id(), contacts.of(patient), face(site), visit.start(), visit.end(), hold.expiresAt()));
    }

    OutboxEvent statusChanged(Booking booking, Appointment before, Appointment after) {
        return event(
                booking,
                new AppointmentStatusChangedV1(
                        booking.patientId(),
                        booking.siteId(),
                        booking.id(),
                        after.id(),
                        before.status().name(),
                        after.status().name(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        after.sequence()));
    }

    private OutboxEvent event(Booking booking, BookingEvent event) {
        return OutboxEvent.of(
                event, booking.id(), clock.instant(), Trace.current().traceparent());
    }

    private static SiteFace face(Site site) {
        return new SiteFace(site.id(), site.name(), site.timeZone().getId(), site.address(), site.phone());
    }

    private static AppointmentTime time(Appointment appointment) {
        return new AppointmentTime(appointment.id(), appointment.start(), appointment.end(), appointment.sequence());
    }
}
