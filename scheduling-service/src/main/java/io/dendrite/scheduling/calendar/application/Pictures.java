package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Occupancy;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.ResourceChoice;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes pictures of the calendar: opening and working hours of the clinic's data, claims and blocks of the calendar. It
 * reads what touches the window and half a day around it, whatever else the calendar holds.
 */
@Component
class Pictures {

    private final Clinic clinic;
    private final Calendar calendar;

    Pictures(Clinic clinic, Calendar calendar) {
        this.clinic = clinic;
        this.calendar = calendar;
    }

    /** The picture of a window without a patient in mind. */
    Picture of(Site site, VisitPattern pattern, Quarters window) {
        return picture(site, pattern, window, List.of(), "");
    }

    /** The picture for a patient whose other bookings are known. */
    Picture of(Site site, VisitPattern pattern, Quarters window, List<Booking> patientsBookings) {
        return picture(site, pattern, window, busy(patientsBookings, ""), "");
    }

    /** The picture as it would be without one appointment, which is about to be moved. */
    Picture without(
            String appointmentId,
            Booking booking,
            Site site,
            VisitPattern pattern,
            Quarters window,
            List<Booking> patientsBookings) {
        Picture others = picture(site, pattern, window, busy(patientsBookings, appointmentId), booking.id());
        List<ReservedPhase> ownOthers = booking.appointments().stream()
                .filter(appointment -> appointment.isLive() && !appointment.id().equals(appointmentId))
                .flatMap(appointment -> appointment.phases().stream())
                .toList();
        return others.with(ownOthers);
    }

    private Picture picture(
            Site site, VisitPattern pattern, Quarters visits, List<Quarters> patientBusy, String exceptEntryId) {
        Quarters window = ResourceChoice.windowFor(visits);
        Occupancy occupancy = calendar.takenAt(site.id(), window, exceptEntryId).in(window);
        return new Picture(
                pattern,
                DutyHours.open(site, window),
                patientBusy,
                new ResourceChoice(pattern, DutyHours.bookable(site, clinic.resources(site.id()), window)),
                occupancy);
    }

    private static List<Quarters> busy(List<Booking> bookings, String exceptAppointmentId) {
        return bookings.stream()
                .flatMap(booking -> booking.appointments().stream())
                .filter(appointment -> appointment.isLive() && !appointment.id().equals(exceptAppointmentId))
                .map(Appointment::withPatient)
                .toList();
    }
}
