package io.dendrite.scheduling.calendar.model;

import io.dendrite.scheduling.calendar.model.RefusalReason.Why;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out why nobody and nothing can serve a visit that was refused. */
final class Explanation {

    private final Moment moment;
    private final List<Part> parts;
    private final List<Bookable> resources;
    private final Set<RefusalReason> reasons = new LinkedHashSet<>();

    Explanation(Moment moment, List<Part> parts, List<Bookable> resources) {
        this.moment = moment;
        this.parts = parts;
        this.resources = resources;
    }

    /**
     * The reasons, at least one as far as resources are the reason.
     *
     * @param required the resources that were asked for
     */
    List<RefusalReason> reasons(Set<String> required) {
        parts.forEach(this::lacking);
        if (reasons.isEmpty()) {
            resources.stream()
                    .filter(resource -> required.contains(resource.id()))
                    .forEach(this::required);
        }
        if (reasons.isEmpty()) {
            competing();
        }
        return List.copyOf(reasons);
    }

    private void lacking(Part part) {
        Role role = part.role();
        if (part.candidates().isEmpty()) {
            List<Bookable> ofKind = resources.stream()
                    .filter(resource -> resource.kind().equals(role.need().kind()))
                    .toList();
            Why why = ofKind.isEmpty() ? Why.NO_SUCH_KIND : Why.NO_SUCH_SKILL;
            role.phases().forEach(phase -> add(phase, role.need(), why, ofKind));
        } else if (role.mayHandOver()) {
            role.phases().stream()
                    .filter(phase ->
                            part.candidates().stream().allMatch(candidate -> moment.freeLanes(candidate, phase) == 0))
                    .forEach(phase -> missing(phase, role.need(), part.candidates()));
        } else if (part.candidates().stream().allMatch(candidate -> moment.freeLanes(candidate, role.phases()) == 0)) {
            role.phases().forEach(phase -> missing(phase, role.need(), part.candidates()));
        }
    }

    private void required(Bookable resource) {
        List<Part> playable = parts.stream()
                .filter(part -> part.candidates().contains(resource))
                .toList();
        if (playable.isEmpty()) {
            reasons.add(new RefusalReason(null, resource.kind(), Set.of(), Why.NOT_NEEDED, List.of(resource.id())));
        }
        playable.forEach(part ->
                part.role().phases().forEach(phase -> missing(phase, part.role().need(), List.of(resource))));
    }

    /** Of each phase the needs of a kind that others of it are of, too. */
    private void competing() {
        for (int number = 0; number < moment.spans().size(); number++) {
            int phase = number;
            List<Need> needs = moment.pattern().phases().get(phase).needs();
            for (Need need : needs) {
                if (needs.stream()
                                .filter(other -> other.kind().equals(need.kind()))
                                .count()
                        > 1) {
                    List<Bookable> free = Part.candidates(need, resources).stream()
                            .filter(candidate -> moment.freeLanes(candidate, phase) > 0)
                            .toList();
                    add(phase, need, Why.TOO_FEW, free);
                }
            }
        }
    }

    /** One reason for all candidates with which the same is the matter in a phase. */
    private void missing(int phase, Need need, List<Bookable> candidates) {
        Map<Why, List<Bookable>> byReason = new EnumMap<>(Why.class);
        for (Bookable candidate : candidates) {
            Why why = why(candidate, phase);
            if (why != null) {
                byReason.computeIfAbsent(why, first -> new ArrayList<>()).add(candidate);
            }
        }
        byReason.forEach((why, concerned) -> add(phase, need, why, concerned));
    }

    private @Nullable Why why(Bookable candidate, int phase) {
        Quarters span = moment.spans().get(phase);
        if (moment.occupancy().isClosed(span)) {
            return Why.CLOSED;
        }
        if (moment.occupancy().isAbsent(candidate, span)) {
            return Why.ABSENT;
        }
        if (!moment.isOnDuty(candidate, phase)) {
            return Why.OFF_DUTY;
        }
        return moment.freeLanes(candidate, phase) == 0 ? Why.TAKEN : null;
    }

    private void add(int phase, Need need, Why why, List<Bookable> concerned) {
        reasons.add(new RefusalReason(
                moment.pattern().phases().get(phase).name(),
                need.kind(),
                need.skills(),
                why,
                concerned.stream().map(Bookable::id).toList()));
    }
}
