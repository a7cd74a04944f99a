package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import io.dendrite.scheduling.treatment.model.EnrolmentRule;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the rule for treatments under a programme, before a place is looked for. */
final class Admission {

    private Admission() {}

    /**
     * What keeps the treatment from being given there.
     *
     * @param patient to whom; null when nobody is in mind
     */
    static Optional<EnrolmentRule.Obstacle> obstacle(Treatment treatment, Site site, @Nullable Patient patient) {
        return EnrolmentRule.obstacle(treatment, site.certifications(), patient == null ? null : patient.enrolments());
    }

    /**
     * Lets a patient pass who may be given the treatment at the site.
     *
     * @throws ProblemException 422 naming the field of a booking that is in the way
     */
    static void check(Treatment treatment, Site site, Patient patient) {
        obstacle(treatment, site, patient).ifPresent(obstacle -> {
            throw problem(obstacle);
        });
    }

    private static ProblemException problem(EnrolmentRule.Obstacle obstacle) {
        return switch (obstacle) {
            case SITE_NOT_CERTIFIED ->
                problem(
                        ProblemType.SITE_NOT_CERTIFIED,
                        "The treatment stands under a programme that the site is not certified for.",
                        new FieldError("siteId", "must be a site that is certified for the treatment's programme"));
            case PATIENT_NOT_ENROLLED ->
                problem(
                        ProblemType.PATIENT_NOT_ENROLLED,
                        "The treatment stands under a programme that the patient is not enrolled in.",
                        new FieldError("patientId", "must be a patient enrolled in the treatment's programme"));
        };
    }

    private static ProblemException problem(ProblemType type, String detail, FieldError error) {
        return ProblemException.of(type, detail + " Nothing was changed.").withErrors(List.of(error));
    }
}
