package io.dendrite.scheduling.waitlist.application;

import io.dendrite.scheduling.calendar.application.Calendar;
import io.dendrite.scheduling.calendar.application.FreeStarts;
import io.dendrite.scheduling.calendar.application.StartsAhead;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.application.PatientRegister;
import io.dendrite.scheduling.patient.application.Patients;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Course;
import io.dendrite.scheduling.treatment.model.Treatment;
import io.dendrite.scheduling.waitlist.model.Attendance;
import io.dendrite.scheduling.waitlist.model.OfferDeadline;
import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Looks for the earliest place that somebody who waits can have and can attend. */
@Component
class AttendablePlaces {

    /** How far ahead places are looked for, in days. */
    static final int DAYS_AHEAD = 90;

    private final StartsAhead startsAhead;
    private final Calendar calendar;
    private final Treatments treatments;
    private final Patients patients;
    private final Clock clock;

    AttendablePlaces(
            StartsAhead startsAhead,
            @Qualifier(Calendar.STORED) Calendar calendar,
            Treatments treatments,
            @Qualifier(PatientRegister.STORED) Patients patients,
            Clock clock) {
        this.startsAhead = startsAhead;
        this.calendar = calendar;
        this.treatments = treatments;
        this.patients = patients;
        this.clock = clock;
    }

    /**
     * A free place.
     *
     * @param start when the patient would be expected
     * @param end when the patient would leave
     * @param answerBy until when it can be kept for an answer
     */
    record Place(Instant start, Instant end, Instant answerBy) {}

    /** The earliest; empty when there is none, or the patient may not have the treatment there. */
    Optional<Place> earliestFor(WaitlistEntry entry, Site site) {
        Patient patient = patients.patient(entry.patientId()).orElse(null);
        Treatment treatment = treatments.treatment(entry.treatmentId()).orElse(null);
        if (patient == null || treatment == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        ZoneId zone = site.timeZone();
        Duration notice = OfferDeadline.notice(treatment.preparation().solidsHours());
        Instant earliest = now.plus(notice).plus(OfferDeadline.SHORTEST);
        LocalDate first =
                later(earliest.atZone(zone).toLocalDate(), entry.times().from());
        LocalDate last = earlier(
                now.atZone(zone).toLocalDate().plusDays(DAYS_AHEAD),
                entry.times().to());
        if (last.isBefore(first)) {
            return Optional.empty();
        }
        FreeStarts free;
        try {
            Instant from = later(earliest, first.atStartOfDay(zone).toInstant());
            free = startsAhead.of(new StartsAhead.Outlook(site, treatment, patient, from, last, List.of()));
        } catch (ProblemException notAdmitted) {
            return Optional.empty();
        }
        Attendance attendance = attendance(patient, treatment, zone);
        return first.datesUntil(last.plusDays(1))
                .filter(attendance::isPossibleOn)
                .filter(entry.times()::includeDay)
                .flatMap(date -> free.on(date).stream())
                .filter(start -> entry.wants(site.id(), start.start(), start.end(), zone))
                .flatMap(start -> OfferDeadline.of(now, start.start(), notice, zone)
                        .map(answerBy -> new Place(start.start(), start.end(), answerBy))
                        .stream())
                .findFirst();
    }

    private Attendance attendance(Patient patient, Treatment treatment, ZoneId zone) {
        Course course = treatment.course();
        return new Attendance(
                calendar.commitmentsOf(patient.id()).stream()
                        .filter(booking -> booking.treatmentId().equals(treatment.id()))
                        .flatMap(booking -> booking.appointments().stream())
                        .filter(Appointment::isLive)
                        .map(appointment -> appointment.start().atZone(zone).toLocalDate())
                        .collect(Collectors.toSet()),
                course == null ? 1 : Math.max(1, course.minDaysBetween()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
