package io.dendrite.scheduling.calendar.model;

import static io.dendrite.scheduling.calendar.model.Visits.START;
import static io.dendrite.scheduling.calendar.model.Visits.chair;
import static io.dendrite.scheduling.calendar.model.Visits.infusion;
import static io.dendrite.scheduling.calendar.model.Visits.nothingTaken;
import static io.dendrite.scheduling.calendar.model.Visits.nurse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void takesTheBestPlaceFirst() {
        assertThat(Turns.of("any", 0)).isZero();
    }

    /** The worst case: all look at the same moment, each time, and of those who want the same the first gets it. */
    @Test
    void findsAPlaceForEachOfACrowdThatFits() {
        List<Bookable> resources = new ArrayList<>();
        IntStream.range(0, 60).forEach(number -> resources.add(chair("chair-" + number)));
        IntStream.range(0, 3).forEach(number -> resources.add(nurse("nurse-" + number, 20)));
        ResourceChoice choice = new ResourceChoice(infusion(), resources);
        List<String> crowd = IntStream.range(0, 60)
                .mapToObj(number ->
                        UUID.nameUUIDFromBytes(new byte[] {(byte) number}).toString())
                .collect(Collectors.toCollection(ArrayList::new));
        Occupancy picture = nothingTaken();

        int turns = 0;
        while (!crowd.isEmpty()) {
            Set<String> claimed = new HashSet<>();
            Occupancy next = picture;
            for (String id : List.copyOf(crowd)) {
                List<ReservedPhase> wanted = choice.choose(
                                START, picture, new Wishes(Set.of(), Set.of(), Turns.of(id, turns)))
                        .orElseThrow();
                List<String> claims =
                        wanted.stream().flatMap(ReservedPhase::claims).toList();
                if (Collections.disjoint(claimed, claims)) {
                    claimed.addAll(claims);
                    next = next.with(wanted);
                    crowd.remove(id);
                }
            }
            picture = next;
            turns++;
        }

        assertThat(turns).isLessThan(Turns.MOST / 2);
    }

    @Test
    void isNeverTheFirstTurnAgain() {
        assertThat(IntStream.range(1, 1000).map(attempt -> Turns.of("booking", attempt)))
                .allMatch(turn -> turn > 0);
    }
}
