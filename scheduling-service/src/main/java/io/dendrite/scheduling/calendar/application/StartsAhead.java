package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentStatus;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks ahead for whoever plans several visits of a patient. */
@Component
public class StartsAhead {

    private static final int DATE_LENGTH = "2027-03-08".length();

    private final Clinic clinic;
    private final Calendar calendar;
    private final Pictures pictures;
    private final BookingFile file;
    private final Clock clock;

    StartsAhead(Clinic clinic, Calendar calendar, Pictures pictures, BookingFile file, Clock clock) {
        this.clinic = clinic;
        this.calendar = calendar;
        this.pictures = pictures;
        this.file = file;
        this.clock = clock;
    }

    /**
     * What is to be planned.
     *
     * @param site where
     * @param treatment what for
     * @param patient whose other appointments count; null when nobody is in mind
     * @param earliest before it nothing starts
     * @param last the last date that is looked at
     * @param resources ids of resources that each visit must have
     */
    public record Outlook(
            Site site,
            Treatment treatment,
            @Nullable Patient patient,
            Instant earliest,
            LocalDate last,
            List<String> resources) {}

    /**
     * The free starts.
     *
     * @throws ProblemException 400 for a resource that the site does not have; 422 when the treatment must not be given
     *     there, or not to the patient
     */
    public FreeStarts of(Outlook outlook) {
        return of(outlook, null);
    }

    /**
     * The free starts as if a booking's appointments ahead had given up their places.
     *
     * @param booking one of the patient's
     * @throws ProblemException as without it
     */
    public FreeStarts of(Outlook outlook, @Nullable Booking booking) {
        Site site = outlook.site();
        Patient patient = outlook.patient();
        RequestedResources.check(
                "resources",
                outlook.resources(),
                clinic.resources(site.id()).stream().map(Resource::id).collect(Collectors.toSet()));
        if (patient != null) {
            Admission.check(outlook.treatment(), site, patient);
        }
        Instant now = clock.instant();
        Instant earliest = outlook.earliest().isBefore(now) ? now : outlook.earliest();
        VisitPattern pattern = VisitPatterns.of(outlook.treatment());
        long end = TimeGrid.quarterFrom(
                outlook.last().plusDays(1).atStartOfDay(site.timeZone()).toInstant());
        long first = Math.min(TimeGrid.quarterFrom(earliest), end - 1);
        Quarters window = new Quarters(first, end).hull(pattern.occupied(end - 1));
        List<Booking> known = patient == null ? List.of() : calendar.commitmentsOf(patient.id());
        Picture picture = booking == null
                ? pictures.of(site, pattern, window, known)
                : without(booking, site, pattern, window, known);
        return new FreeStarts(
                picture, site.timeZone(), earliest, Set.copyOf(outlook.resources()), Familiar.to(known, site.id()));
    }

    /**
     * The free starts from now on for the visits of a booking, as if its appointments ahead had given up their places.
     *
     * @param last the last date that is looked at
     * @throws ProblemException 409 when the patient was erased; 422 when the treatment must no longer be given
     */
    public FreeStarts around(Booking booking, LocalDate last) {
        Outlook outlook = new Outlook(
                file.siteOf(booking),
                file.treatmentOf(booking),
                file.patientOf(booking),
                clock.instant(),
                last,
                List.of());
        return of(outlook, booking);
    }

    /**
     * The instant before which nothing of a plan starts.
     *
     * @param text a date of the site, or a time as a visit's start
     * @throws ProblemException 400 naming the field when it is neither, in the past, or more than two years ahead
     */
    public Instant earliest(String field, String text, Site site) {
        Instant now = clock.instant();
        if (text.length() != DATE_LENGTH) {
            return TimeGrid.startOf(StartTime.quarter(field, text, site.timeZone(), now));
        }
        LocalDate date = Dates.parse(field, text);
        LocalDate today = now.atZone(site.timeZone()).toLocalDate();
        if (date.isBefore(today)) {
            throw ProblemException.invalid(field, "must not lie in the past");
        }
        if (date.isAfter(today.plusYears(2))) {
            throw ProblemException.invalid(field, "must lie within the next two years");
        }
        Instant begin = date.atStartOfDay(site.timeZone()).toInstant();
        return begin.isBefore(now) ? now : begin;
    }

    /** The appointments of a booking that can still be moved: BOOKED and not yet begun. */
    public List<Appointment> ahead(Booking booking) {
        Instant now = clock.instant();
        return booking.appointments().stream()
                .filter(appointment -> appointment.status() == AppointmentStatus.BOOKED)
                .filter(appointment -> appointment.start().isAfter(now))
                .toList();
    }

    private Picture without(Booking booking, Site site, VisitPattern pattern, Quarters window, List<Booking> known) {
        Booking rest = Released.of(
                booking, ahead(booking).stream().map(Appointment::id).toList());
        return pictures.without("", rest, site, pattern, window, Released.in(known, rest));
    }
}
