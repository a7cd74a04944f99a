package io.dendrite.scheduling.waitlist.application;

import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.application.Patients;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.waitlist.model.Urgency;
import io.dendrite.scheduling.waitlist.model.UrgencyReason;
import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import io.dendrite.scheduling.waitlist.model.WantedTimes;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts somebody on the waitlist. */
@Component
public class EnterWaitlist {

    /** How long somebody waits unless they say until when, and at most, in days. */
    static final int USUAL_DAYS = 90;

    private static final int MOST_DAYS = 365;

    private final Clinic clinic;
    private final Treatments treatments;
    private final Patients patients;
    private final WaitlistFile file;
    private final Clock clock;

    EnterWaitlist(Clinic clinic, Treatments treatments, Patients patients, WaitlistFile file, Clock clock) {
        this.clinic = clinic;
        this.treatments = treatments;
        this.patients = patients;
        this.file = file;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param from the first date; null for today at the first site
     * @param to the last date; null for {@value #USUAL_DAYS} days after the first
     * @param notBefore the earliest time of day at which the visit starts
     * @param before the time of day before which it starts; 00:00 is the end of the day
     * @param reason why URGENT; null for the others
     */
    public record Request(
            String patientId,
            String treatmentId,
            List<String> siteIds,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Set<DayOfWeek> weekdays,
            LocalTime notBefore,
            LocalTime before,
            Urgency urgency,
            @Nullable UrgencyReason reason) {

        public Request {
            siteIds = List.copyOf(siteIds);
            weekdays = Set.copyOf(weekdays);
        }
    }

    /**
     * Enters.
     *
     * @param id of the new entry; one that is there is answered as it is
     * @throws ProblemException 400 naming the fields that are wrong; 409 when the patient waits for the treatment already
     */
    public WaitlistEntry enter(String id, Request request) {
        List<FieldError> errors = new ArrayList<>();
        if (patients.patient(request.patientId()).isEmpty()) {
            errors.add(new FieldError("patientId", "must be the id of a patient"));
        }
        if (treatments.treatment(request.treatmentId()).isEmpty()) {
            errors.add(new FieldError("treatmentId", "must be the id of a treatment"));
        }
        for (int number = 0; number < request.siteIds().size(); number++) {
            if (clinic.site(request.siteIds().get(number)).isEmpty()) {
                errors.add(new FieldError("siteIds[" + number + "]", "must be the id of a site"));
            }
        }
        if ((request.urgency() == Urgency.URGENT) != (request.reason() != null)) {
            errors.add(new FieldError("reasonCode", "must say why an URGENT one is, and be left out of all others"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return file.enter(WaitlistEntry.entered(
                id,
                request.patientId(),
                request.treatmentId(),
                request.siteIds().stream().distinct().toList(),
                times(request),
                request.urgency(),
                request.reason(),
                clock.instant()));
    }

    private WantedTimes times(Request request) {
        LocalDate today = clinic.site(request.siteIds().get(0))
                .map(Site::timeZone)
                .map(zone -> clock.instant().atZone(zone).toLocalDate())
                .orElseThrow();
        LocalDate from = request.from() == null || request.from().isBefore(today) ? today : request.from();
        LocalDate to = request.to() == null ? from.plusDays(USUAL_DAYS) : request.to();
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            throw ProblemException.invalid(
                    "to", "must not lie before today or \"from\", nor more than " + MOST_DAYS + " days after it");
        }
        if (!request.before().equals(LocalTime.MIDNIGHT) && !request.notBefore().isBefore(request.before())) {
            throw ProblemException.invalid("timeOfDay.to", "must be later than from; 00:00 is the end of the day");
        }
        return new WantedTimes(from, to, request.weekdays(), request.notBefore(), request.before());
    }
}
