package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.calendar.model.Wishes;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the starts at which a visit could be booked, and how many such visits could start at each. */
@Component
public class FindStarts {

    /** The longest range that can be asked for. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private final Clinic clinic;
    private final Treatments treatments;
    private final Pictures pictures;
    private final Clock clock;

    FindStarts(Clinic clinic, Treatments treatments, Pictures pictures, Clock clock) {
        this.clinic = clinic;
        this.treatments = treatments;
        this.pictures = pictures;
        this.clock = clock;
    }

    /**
     * The free starts from an instant to before another, in order of time; none that lie in the past.
     *
     * @param resource the id of a resource that the visit must have; null for any
     * @param limit the most starts to answer
     * @throws ProblemException 400 naming the parameter that is wrong
     */
    public List<Slot> find(
            Site site, Treatment treatment, Instant from, Instant to, @Nullable String resource, int limit) {
        Set<String> required = resource == null ? Set.of() : Set.of(resource);
        if (resource != null && !ids(site).contains(resource)) {
            throw ProblemException.invalid("resource", "must be the id of a resource of the site");
        }
        if (Admission.obstacle(treatment, site, null).isPresent()) {
            return List.of();
        }
        VisitPattern pattern = VisitPatterns.of(treatment);
        Instant now = clock.instant();
        long first = TimeGrid.quarterFrom(from.isBefore(now) ? now : from);
        long end = TimeGrid.quarterFrom(to);
        if (first >= end) {
            return List.of();
        }
        Quarters window = new Quarters(first, end).hull(pattern.occupied(end - 1));
        Picture picture = pictures.of(site, pattern, window);
        Wishes wishes = new Wishes(required, Set.of(), 0);
        List<Slot> slots = new ArrayList<>();
        for (long start = first; start < end && slots.size() < limit; start++) {
            int free = picture.free(start, wishes);
            if (free > 0) {
                slots.add(new Slot(pattern.withPatient(start), free));
            }
        }
        return List.copyOf(slots);
    }

    /**
     * The range that two parameters name; dates are whole days of the site.
     *
     * @throws ProblemException 400 naming the parameter that is wrong
     */
    public Range range(String from, String to, Site site) {
        Instant first = boundary("from", from, site, 0);
        Instant last = boundary("to", to, site, 1);
        if (!first.isBefore(last)) {
            throw ProblemException.invalid("to", "must be after from");
        }
        if (Duration.between(first, last).compareTo(LONGEST.plusHours(1)) > 0) {
            throw ProblemException.invalid("to", "must be at most " + LONGEST.toDays() + " days after from");
        }
        return new Range(first, last);
    }

    /**
     * A stretch of time.
     *
     * @param from its first instant
     * @param to its end, exclusive
     */
    public record Range(Instant from, Instant to) {}

    /**
     * The site that a parameter names.
     *
     * @throws ProblemException 400
     */
    public Site site(String id) {
        return clinic.site(id).orElseThrow(() -> ProblemException.invalid("site", "must be the id of a site"));
    }

    /**
     * The treatment that a parameter names.
     *
     * @throws ProblemException 400
     */
    public Treatment treatment(String id) {
        return treatments
                .treatment(id)
                .orElseThrow(() -> ProblemException.invalid("treatment", "must be the id of a treatment"));
    }

    private Set<String> ids(Site site) {
        return clinic.resources(site.id()).stream().map(Resource::id).collect(Collectors.toSet());
    }

    private static Instant boundary(String field, String text, Site site, int daysAfter) {
        return text.length() == 10
                ? Dates.parse(field, text)
                        .plusDays(daysAfter)
                        .atStartOfDay(site.timeZone())
                        .toInstant()
                : StartTime.instant(field, text, site.timeZone());
    }
}
