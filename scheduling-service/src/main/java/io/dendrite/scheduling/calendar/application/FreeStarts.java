package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.calendar.model.Wishes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The free starts of a visit, date by date, on a picture of the calendar. It helps to plan; whether a start can be had
 * decides who books it first.
 */
public final class FreeStarts {

    private final Picture picture;
    private final ZoneId zone;
    private final Instant earliest;
    private final Set<String> required;
    private final Set<String> familiar;

    FreeStarts(Picture picture, ZoneId zone, Instant earliest, Set<String> required, Set<String> familiar) {
        this.picture = picture;
        this.zone = zone;
        this.earliest = earliest;
        this.required = Set.copyOf(required);
        this.familiar = Set.copyOf(familiar);
    }

    /**
     * A visit that could be had.
     *
     * @param start when
     * @param end when the patient leaves
     */
    public record FreeStart(Instant start, Instant end) {}

    /** The free starts of a date of the site, in order of time. */
    public List<FreeStart> on(LocalDate date) {
        Instant begin = date.atStartOfDay(zone).toInstant();
        long first = TimeGrid.quarterFrom(begin.isBefore(earliest) ? earliest : begin);
        long end = TimeGrid.quarterFrom(date.plusDays(1).atStartOfDay(zone).toInstant());
        Wishes wishes = new Wishes(required, Set.of(), 0);
        List<FreeStart> found = new ArrayList<>();
        for (long start = first; start < end; start++) {
            if (picture.refusal(start).isEmpty()
                    && picture.choose(start, wishes).isPresent()) {
                found.add(new FreeStart(
                        TimeGrid.startOf(start),
                        picture.pattern().withPatient(start).end()));
            }
        }
        return List.copyOf(found);
    }

    /** Whom and what the patient knows from their latest visit at the site; nothing when nobody is in mind. */
    public Set<String> familiar() {
        return familiar;
    }

    /** Who and what a visit at a free start would get: of these resources those that can be, so that they stay the same. */
    public Set<String> resourcesAt(Instant start, Set<String> preferred) {
        List<ReservedPhase> visit = picture.choose(TimeGrid.quarterOf(start), new Wishes(required, preferred, 0))
                .orElse(List.of());
        return Familiar.in(visit);
    }
}
