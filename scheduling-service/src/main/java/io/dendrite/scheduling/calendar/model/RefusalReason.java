package io.dendrite.scheduling.calendar.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a visit cannot start at a time.
 *
 * @param phase the phase that cannot be had; null when it is not about one
 * @param kind the kind of resource that it lacks; null when it is not about one
 * @param skills the skills that are needed
 * @param why what is the matter
 * @param resources the resources that it is the matter with
 */
public record RefusalReason(
        @Nullable String phase, @Nullable String kind, Set<String> skills, Why why, List<String> resources) {

    /** What can be the matter. */
    public enum Why {
        /** The phase lies outside opening hours, or in a block of the whole site. */
        CLOSED,
        /** A block of the resource. */
        ABSENT,
        /** Outside the resource's working hours. */
        OFF_DUTY,
        /** All lanes are held. */
        TAKEN,
        /** The site has the kind, but none with the skills. */
        NO_SUCH_SKILL,
        /** The site has nothing of the kind. */
        NO_SUCH_KIND,
        /** Each need has somebody, but several needs the same ones. */
        TOO_FEW,
        /** The resource that was asked for is nothing that the visit needs. */
        NOT_NEEDED,
        /** The patient has another appointment. */
        PATIENT_BUSY,
        /** The treatment stands under a programme that the site is not certified for. */
        SITE_NOT_CERTIFIED,
        /** The treatment stands under a programme that the patient is not enrolled in. */
        PATIENT_NOT_ENROLLED
    }

    public RefusalReason {
        skills = Set.copyOf(skills);
        resources = List.copyOf(resources);
    }

    /** A reason that is not about resources. */
    public static RefusalReason of(Why why, @Nullable String phase) {
        return new RefusalReason(phase, null, Set.of(), why, List.of());
    }
}
