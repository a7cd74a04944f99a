package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Bookable;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Occupancy;
import io.dendrite.scheduling.calendar.model.QuarterSet;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.ResourceChoice;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.clinic.model.WeeklyHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes pictures of the calendar: opening and working hours of the clinic's data, claims of the calendar. */
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
        return picture(site, pattern, window, List.of(), calendar.claimsAt(site.id(), window, ""));
    }

    /** The picture for a patient whose other bookings are known. */
    Picture of(Site site, VisitPattern pattern, Quarters window, List<Booking> patientsBookings) {
        return picture(site, pattern, window, busy(patientsBookings, ""), calendar.claimsAt(site.id(), window, ""));
    }

    /** The picture as it would be without one appointment, which is about to be moved. */
    Picture without(
            String appointmentId,
            Booking booking,
            Site site,
            VisitPattern pattern,
            Quarters window,
            List<Booking> patientsBookings) {
        List<String> claims = calendar.claimsAt(site.id(), window, booking.id());
        Picture others = picture(site, pattern, window, busy(patientsBookings, appointmentId), claims);
        List<ReservedPhase> ownOthers = booking.appointments().stream()
                .filter(appointment -> appointment.isLive() && !appointment.id().equals(appointmentId))
                .flatMap(appointment -> appointment.phases().stream())
                .toList();
        return others.with(ownOthers);
    }

    private Picture picture(
            Site site, VisitPattern pattern, Quarters window, List<Quarters> patientBusy, List<String> claims) {
        QuarterSet open = hours(site.openingHours(), site, window);
        List<Bookable> resources = clinic.resources(site.id()).stream()
                .map(resource -> bookable(resource, site, window, open))
                .toList();
        return new Picture(pattern, open, patientBusy, new ResourceChoice(resources), Occupancy.of(window, claims));
    }

    private static Bookable bookable(Resource resource, Site site, Quarters window, QuarterSet open) {
        WeeklyHours own = resource.workingHours();
        return new Bookable(
                resource.id(),
                resource.kind().name(),
                resource.skills(),
                resource.lanes(),
                overflowLanes(resource),
                own == null ? open : hours(own, site, window));
    }

    /** How far a resource can be overbooked on purpose: chairs squeeze in one more, and a nurse looks after one more. */
    private static int overflowLanes(Resource resource) {
        return switch (resource.kind()) {
            case CHAIR, NURSE -> 1;
            case PRESCRIBER, ROOM, DEVICE -> 0;
        };
    }

    private static QuarterSet hours(WeeklyHours hours, Site site, Quarters window) {
        List<Quarters> open = new ArrayList<>();
        LocalDate last = window.end().atZone(site.timeZone()).toLocalDate();
        for (LocalDate date = window.start().atZone(site.timeZone()).toLocalDate();
                !date.isAfter(last);
                date = date.plusDays(1)) {
            hours.openings(date, site.timeZone())
                    .forEach(opening -> open.add(Quarters.covering(opening.from(), opening.to())));
        }
        return QuarterSet.of(window, open);
    }

    private static List<Quarters> busy(List<Booking> bookings, String exceptAppointmentId) {
        return bookings.stream()
                .flatMap(booking -> booking.appointments().stream())
                .filter(appointment -> appointment.isLive() && !appointment.id().equals(exceptAppointmentId))
                .map(Appointment::withPatient)
                .toList();
    }
}
