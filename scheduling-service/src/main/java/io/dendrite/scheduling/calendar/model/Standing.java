package io.dendrite.scheduling.calendar.model;

import io.dendrite.scheduling.calendar.model.StrandedReason.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether booked visits can still take place with what they hold: a clinic changes its hours, people leave, chairs break.
 * This is the one rule for who is stranded, whatever the change was.
 */
public final class Standing {

    private final QuarterSet open;
    private final Map<String, Bookable> resources;
    private final List<Block> blocks;

    /**
     * How things stand at a site.
     *
     * @param open when it is open
     * @param resources what it has
     * @param blocks its closures, absences and maintenance
     */
    public Standing(QuarterSet open, Collection<Bookable> resources, Collection<Block> blocks) {
        this.open = open;
        this.resources = resources.stream().collect(Collectors.toMap(Bookable::id, Function.identity()));
        this.blocks = List.copyOf(blocks);
    }

    /**
     * Every reason why a visit cannot take place; empty when it can.
     *
     * @param pattern what its treatment needs
     */
    public List<StrandedReason> reasons(Appointment visit, VisitPattern pattern) {
        List<StrandedReason> reasons = new ArrayList<>();
        for (int number = 0; number < visit.phases().size(); number++) {
            ReservedPhase phase = visit.phases().get(number);
            if (phase.withPatient() && !open.containsAll(phase.span())) {
                reasons.add(new StrandedReason(Why.CLOSED, phase.name(), null));
            }
            if (isBlocked(phase.span(), null)) {
                reasons.add(new StrandedReason(Why.BLOCKED, phase.name(), null));
            }
            for (int place = 0; place < phase.reservations().size(); place++) {
                Reservation held = phase.reservations().get(place);
                Need need = need(pattern, number, phase, place);
                why(held, phase.span(), need)
                        .forEach(why -> reasons.add(new StrandedReason(why, phase.name(), held.resource())));
            }
        }
        return List.copyOf(reasons);
    }

    private Stream<Why> why(Reservation held, Quarters span, @Nullable Need need) {
        Bookable resource = resources.get(held.resource());
        if (resource == null) {
            return Stream.of(Why.GONE);
        }
        return Stream.of(
                        isBlocked(span, held.resource()) ? Set.of(Why.BLOCKED) : Set.<Why>of(),
                        resource.onDuty().containsAll(span) ? Set.<Why>of() : Set.of(Why.OFF_DUTY),
                        held.lane() < resource.lanes() + resource.overflowLanes()
                                ? Set.<Why>of()
                                : Set.of(Why.NO_SUCH_LANE),
                        need == null || need.isMetBy(resource) ? Set.<Why>of() : Set.of(Why.NOT_SUITED))
                .flatMap(Set::stream);
    }

    /** Of the whole site when no resource is named. */
    private boolean isBlocked(Quarters span, @Nullable String resource) {
        return blocks.stream()
                .filter(block -> block.span().overlaps(span))
                .anyMatch(block -> resource == null
                        ? block.wholeSite()
                        : !block.wholeSite()
                                && block.resources().stream()
                                        .anyMatch(blocked -> blocked.id().equals(resource)));
    }

    /** What the resource was taken for, if the treatment still has such a phase. */
    private static @Nullable Need need(VisitPattern pattern, int number, ReservedPhase phase, int place) {
        if (number >= pattern.phases().size()) {
            return null;
        }
        VisitPattern.Phase asked = pattern.phases().get(number);
        return asked.name().equals(phase.name())
                        && asked.needs().size() == phase.reservations().size()
                ? asked.needs().get(place)
                : null;
    }
}
