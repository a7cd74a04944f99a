package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Looks around a start that could not be had for the nearest ones that could. */
final class NearestStarts {

    /** How far to look on either side. */
    static final Duration REACH = Duration.ofDays(7);

    private static final int MOST = 5;

    private NearestStarts() {}

    /** The window that a picture must have to look around a start. */
    static Quarters windowAround(long wanted, int visitQuarters) {
        long reach = REACH.toMinutes() / TimeGrid.MINUTES;
        return new Quarters(wanted - reach, wanted + reach + visitQuarters);
    }

    /**
     * Up to five starts that are free now, in order of time.
     *
     * @param required resources that the visit must have
     */
    static List<Quarters> around(long wanted, Picture picture, Set<String> required, Instant now) {
        long first = TimeGrid.quarterFrom(now);
        long reach = REACH.toMinutes() / TimeGrid.MINUTES;
        List<Quarters> found = new ArrayList<>();
        LongStream.rangeClosed(1, reach)
                .flatMap(distance -> LongStream.of(wanted + distance, wanted - distance))
                .filter(start -> start >= first)
                .filter(start -> picture.free(start, required) > 0)
                .limit(MOST)
                .forEach(start -> found.add(picture.pattern().withPatient(start)));
        found.sort(Comparator.comparingLong(Quarters::from));
        return List.copyOf(found);
    }
}
