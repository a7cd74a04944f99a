package io.dendrite.scheduling.calendar.model;

import static io.dendrite.scheduling.calendar.model.Visits.START;
import static io.dendrite.scheduling.calendar.model.Visits.WINDOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random clinics of a few resources that are partly taken, and visits that may start there. */
final class TinyClinics {

    private static final Set<String> SKILLS = Set.of("iv", "airway");

    private TinyClinics() {}

    /**
     * A clinic and what is wanted of it.
     *
     * @param claims what is taken, as written
     */
    record Clinic(VisitPattern pattern, List<Bookable> resources, Set<String> claims) {

        ResourceChoice choice() {
            return new ResourceChoice(pattern, resources);
        }
    }

    /** Visits in which no two needs of a phase are of one kind, as those of all treatments that ship. */
    static Arbitrary<Clinic> ofPlainVisits() {
        return of(needs().list().uniqueElements(Need::kind).ofMaxSize(3));
    }

    /** Visits of any needs. */
    static Arbitrary<Clinic> ofAnyVisits() {
        return of(needs().list().ofMaxSize(3));
    }

    private static Arbitrary<Clinic> of(Arbitrary<List<Need>> needs) {
        return Combinators.combine(patterns(needs), resources(), taken()).as(Clinic::new);
    }

    private static Arbitrary<Need> needs() {
        return Combinators.combine(
                        Arbitraries.of("CHAIR", "NURSE", "PRESCRIBER"),
                        Arbitraries.of(SKILLS).set().ofMaxSize(1))
                .as((kind, skills) -> new Need(kind, kind.equals("NURSE") ? skills : Set.of()));
    }

    private static Arbitrary<VisitPattern> patterns(Arbitrary<List<Need>> needs) {
        Arbitrary<VisitPattern.Phase> phase = Combinators.combine(
                        Arbitraries.integers().between(1, 3), needs)
                .as((quarters, asked) -> new VisitPattern.Phase("X", quarters, true, asked));
        return phase.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .filter(phases -> phases.stream().anyMatch(any -> !any.needs().isEmpty()))
                .map(VisitPattern::new);
    }

    private static Arbitrary<List<Bookable>> resources() {
        Arbitrary<Bookable> any = Combinators.combine(
                        Arbitraries.of("CHAIR", "NURSE", "NURSE", "PRESCRIBER"),
                        Arbitraries.of(SKILLS).set().ofMaxSize(2),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(3, 12))
                .as((kind, skills, lanes, from, until) -> new Bookable(
                        "",
                        kind,
                        skills,
                        kind.equals("CHAIR") ? 1 : lanes,
                        QuarterSet.of(
                                WINDOW,
                                List.of(
                                        from < 3
                                                ? WINDOW
                                                : new Quarters(START + from - 3, START + from - 3 + until)))));
        return any.list().ofMinSize(3).ofMaxSize(6).map(TinyClinics::numbered);
    }

    private static List<Bookable> numbered(List<Bookable> resources) {
        List<Bookable> numbered = new ArrayList<>();
        for (Bookable resource : resources) {
            numbered.add(new Bookable(
                    "r" + numbered.size(), resource.kind(), resource.skills(), resource.lanes(), resource.onDuty()));
        }
        return List.copyOf(numbered);
    }

    /** Stretches of any lanes; those that no resource has do no harm. */
    private static Arbitrary<Set<String>> taken() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(-4, 8),
                        Arbitraries.integers().between(1, 4))
                .as((resource, lane, from, count) -> IntStream.range(0, count)
                        .mapToObj(quarter -> "r" + resource + "/" + lane + "@" + (START + from + quarter))
                        .toList())
                .list()
                .ofMaxSize(5)
                .map(stretches ->
                        stretches.stream().flatMap(List::stream).collect(java.util.stream.Collectors.toSet()));
    }
}
