package io.dendrite.scheduling.calendar.model;

import static io.dendrite.scheduling.calendar.model.Visits.START;
import static io.dendrite.scheduling.calendar.model.Visits.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.calendar.model.TinyClinics.Clinic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What availability promises: exactly so many visits can be booked at a start, one after the other. */
class FreePropertyTest {

    @Provide
    Arbitrary<Clinic> plainVisits() {
        return TinyClinics.ofPlainVisits();
    }

    @Provide
    Arbitrary<Clinic> anyVisits() {
        return TinyClinics.ofAnyVisits();
    }

    @Property(tries = 2000)
    void asManyAsAreFreeCanBeBookedAndNotOneMore(@ForAll("anyVisits") Clinic clinic) {
        int free = free(clinic, clinic.claims());
        Statistics.label("free").collect(Math.min(free, 3));

        assertThat(booked(clinic, number -> Wishes.NONE)).isEqualTo(free);
    }

    @Property(tries = 2000)
    void asManyAsAreFreeCanBeBookedWhomeverThePatientsKnowAndWhoeverWasFaster(
            @ForAll("anyVisits") Clinic clinic, @ForAll long seed) {
        Random random = new Random(seed);

        int booked = booked(
                clinic,
                number -> new Wishes(
                        Set.of(),
                        Set.of("r" + random.nextInt(3), "r" + (3 + random.nextInt(3))),
                        random.nextBoolean() ? 0 : random.nextInt(20)));

        assertThat(booked).isGreaterThanOrEqualTo(free(clinic, clinic.claims()));
    }

    @Property(tries = 2000)
    void noOtherWayToServePlainVisitsServesMore(@ForAll("plainVisits") Clinic clinic) {
        Occupancy occupancy = Occupancy.of(WINDOW, clinic.claims());

        assertThat(clinic.choice().count(START, occupancy, Set.of()))
                .isEqualTo(MostVisits.of(clinic.pattern(), clinic.resources(), occupancy, START));
    }

    @Property(tries = 2000)
    void hardlyAnyOtherWayServesMoreWhereNeedsCompete(@ForAll("anyVisits") Clinic clinic) {
        Occupancy occupancy = Occupancy.of(WINDOW, clinic.claims());
        int most = MostVisits.of(clinic.pattern(), clinic.resources(), occupancy, START);
        int free = clinic.choice().count(START, occupancy, Set.of());

        assertThat(free).isLessThanOrEqualTo(most);
        assertThat(free > 0).isEqualTo(most > 0);
        Statistics.label("all that could be served")
                .collect(free == most)
                .coverage(coverage -> coverage.check(false).percentage(missed -> missed < 1.0));
    }

    @Property(tries = 1000)
    void refusedStartsAndNoOthersAreExplained(@ForAll("anyVisits") Clinic clinic, @ForAll boolean named) {
        Occupancy occupancy = Occupancy.of(WINDOW, clinic.claims());
        Set<String> required = named ? Set.of("r0") : Set.of();

        assertThat(clinic.choice().explain(START, occupancy, required).isEmpty())
                .isEqualTo(clinic.choice().count(START, occupancy, required) > 0);
    }

    private static int free(Clinic clinic, Set<String> claims) {
        return clinic.choice().count(START, Occupancy.of(WINDOW, claims), Set.of());
    }

    /** How many can be booked, on ever new pictures of no more than a booking looks at. */
    private static int booked(Clinic clinic, IntFunction<Wishes> wishes) {
        Quarters window = ResourceChoice.windowFor(clinic.pattern().occupied(START));
        Set<String> claims = new HashSet<>(clinic.claims());
        for (int number = 0; ; number++) {
            Optional<List<ReservedPhase>> visit =
                    clinic.choice().choose(START, Occupancy.of(window, claims), wishes.apply(number));
            if (visit.isEmpty()) {
                return number;
            }
            visit.get().stream()
                    .flatMap(ReservedPhase::claims)
                    .forEach(claim -> assertThat(claims.add(claim)).as(claim).isTrue());
        }
    }
}
