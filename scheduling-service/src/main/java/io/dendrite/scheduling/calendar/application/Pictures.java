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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
        Occupancy occupancy = Occupancy.of(
                window, calendar.claimsAt(site.id(), window, exceptEntryId), calendar.blocksAt(site.id(), window));
        QuarterSet open = hours(site.openingHours(), site, window);
        // Most of a site's people work one of a few weeks.
        Map<WeeklyHours, QuarterSet> weeks = new HashMap<>();
        List<Bookable> resources = clinic.resources(site.id()).stream()
                .map(resource -> bookable(
                        resource, open, week -> weeks.computeIfAbsent(week, worked -> hours(worked, site, window))))
                .toList();
        return new Picture(pattern, open, patientBusy, new ResourceChoice(pattern, resources), occupancy);
    }

    private static Bookable bookable(Resource resource, QuarterSet open, Function<WeeklyHours, QuarterSet> onDuty) {
        WeeklyHours own = resource.workingHours();
        return new Bookable(
                resource.id(),
                resource.kind().name(),
                resource.skills(),
                resource.lanes(),
                overflowLanes(resource),
                own == null ? open : onDuty.apply(own));
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
