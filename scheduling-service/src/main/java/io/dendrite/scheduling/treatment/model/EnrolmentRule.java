package io.dendrite.scheduling.treatment.model;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may be given a treatment that stands under a programme, such as the REMS of esketamine: only patients who are
 * enrolled in it, only at sites that are certified for it.
 */
public final class EnrolmentRule {

    private EnrolmentRule() {}

    /** What stands in the way. */
    public enum Obstacle {
        SITE_NOT_CERTIFIED,
        PATIENT_NOT_ENROLLED
    }

    /**
     * What keeps a patient from being given the treatment at a site; empty when nothing does.
     *
     * @param certifications the programmes that the site is certified for
     * @param enrolments the programmes that the patient is enrolled in; null to ask about the site alone
     */
    public static Optional<Obstacle> obstacle(
            Treatment treatment, Set<String> certifications, @Nullable Set<String> enrolments) {
        return treatment.requiredProgramme().flatMap(programme -> {
            if (!certifications.contains(programme)) {
                return Optional.of(Obstacle.SITE_NOT_CERTIFIED);
            }
            return enrolments == null || enrolments.contains(programme)
                    ? Optional.empty()
                    : Optional.of(Obstacle.PATIENT_NOT_ENROLLED);
        });
    }
}
