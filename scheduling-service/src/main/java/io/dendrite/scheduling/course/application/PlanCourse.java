package io.dendrite.scheduling.course.application;

import io.dendrite.scheduling.calendar.application.BookingFile;
import io.dendrite.scheduling.calendar.application.FreeStarts;
import io.dendrite.scheduling.calendar.application.StartsAhead;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.course.model.CoursePlan;
import io.dendrite.scheduling.course.model.CoursePlanner;
import io.dendrite.scheduling.course.model.CourseWishes;
import io.dendrite.scheduling.course.model.PossibleStart;
import io.dendrite.scheduling.course.model.Protocol;
import io.dendrite.scheduling.patient.application.Patients;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposes the starts of a whole course; it books nothing. */
@Component
public class PlanCourse {

    /** How many dates a plan looks at, the first included. */
    public static final int WINDOW_DAYS = 90;

    private final Clinic clinic;
    private final Treatments treatments;
    private final Patients patients;
    private final BookingFile bookings;
    private final StartsAhead ahead;

    PlanCourse(Clinic clinic, Treatments treatments, Patients patients, BookingFile bookings, StartsAhead ahead) {
        this.clinic = clinic;
        this.treatments = treatments;
        this.patients = patients;
        this.bookings = bookings;
        this.ahead = ahead;
    }

    /**
     * What is asked for.
     *
     * @param siteId where
     * @param treatmentId what for; a treatment with a course
     * @param patientId around whose other appointments to plan; null when nobody is in mind
     * @param earliest a date of the site, or a time, before which nothing starts
     * @param sessions how many; null for as many as the protocol has
     * @param wishes when the patient would like to come
     * @param resources ids of resources that each session must have
     * @param bookingId a booking that the plan is to replace: what it holds ahead counts as free; null when none is
     */
    public record Request(
            String siteId,
            String treatmentId,
            @Nullable String patientId,
            String earliest,
            @Nullable Integer sessions,
            CourseWishes wishes,
            List<String> resources,
            @Nullable String bookingId) {}

    /**
     * A session that is proposed.
     *
     * @param resources who and what is free for it, the same at each session where that can be
     */
    public record Session(Instant start, Instant end, Set<String> resources) {}

    /**
     * A plan for a site.
     *
     * @param site where
     * @param sessions in order of time
     * @param plan what it satisfies
     */
    public record Proposed(Site site, List<Session> sessions, CoursePlan plan) {}

    /**
     * Plans.
     *
     * @throws ProblemException 400 naming the field that is wrong; 422 when the treatment must not be given there, or not
     *     to the patient
     */
    public Proposed plan(Request request) {
        Site site = clinic.site(request.siteId())
                .orElseThrow(() -> ProblemException.invalid("siteId", "must be the id of a site"));
        Treatment treatment = treatments
                .treatment(request.treatmentId())
                .orElseThrow(() -> ProblemException.invalid("treatmentId", "must be the id of a treatment"));
        Protocol protocol = Protocols.of(treatment)
                .orElseThrow(() ->
                        ProblemException.invalid("treatmentId", "must be the id of a treatment that has a course"));
        Booking booking = booking(request);
        Patient patient = patient(request, booking);
        Instant earliest = ahead.earliest("earliest", request.earliest(), site);
        LocalDate first = earliest.atZone(site.timeZone()).toLocalDate();
        LocalDate last = first.plusDays(WINDOW_DAYS - 1);
        FreeStarts free = ahead.of(
                new StartsAhead.Outlook(site, treatment, patient, earliest, last, request.resources()), booking);
        Integer sessions = request.sessions();
        CoursePlan plan = new CoursePlanner(sessions == null ? protocol : protocol.withSessions(sessions), first, last)
                .plan(new FreeDiary(free, site.timeZone()), request.wishes());
        return new Proposed(site, withResources(plan, free), plan);
    }

    private @Nullable Booking booking(Request request) {
        String id = request.bookingId();
        if (id == null) {
            return null;
        }
        Booking booking = bookings.booking(id);
        if (!booking.siteId().equals(request.siteId())) {
            throw ProblemException.invalid("bookingId", "must be a booking at the site");
        }
        return booking;
    }

    private @Nullable Patient patient(Request request, @Nullable Booking booking) {
        String asked = request.patientId();
        if (booking != null && asked != null && !asked.equals(booking.patientId())) {
            throw ProblemException.invalid("bookingId", "must be a booking of the patient");
        }
        String id = booking == null ? asked : booking.patientId();
        return id == null
                ? null
                : patients.patient(id)
                        .orElseThrow(() -> ProblemException.invalid("patientId", "must be the id of a patient"));
    }

    private static List<Session> withResources(CoursePlan plan, FreeStarts free) {
        Set<String> familiar = new HashSet<>(free.familiar());
        List<Session> sessions = new ArrayList<>();
        for (PossibleStart start : plan.starts()) {
            Set<String> resources = new TreeSet<>(free.resourcesAt(start.start(), familiar));
            familiar.addAll(resources);
            sessions.add(new Session(start.start(), start.end(), resources));
        }
        return sessions;
    }
}
