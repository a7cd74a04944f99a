package io.dendrite.scheduling.feed.application;

import io.dendrite.scheduling.calendar.application.Calendar;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** When a resource is needed, or away, around now: a week back and sixty days ahead. */
@Component
public class BusyTimes {

    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(60);

    private final Calendar calendar;
    private final Clock clock;

    BusyTimes(@Qualifier(Calendar.STORED) Calendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A stretch of time.
     *
     * @param id stays the same for the same appointment and stretch of it
     * @param start its first instant
     * @param end its end, exclusive
     * @param needed whether it is for an appointment; otherwise the resource is away
     */
    public record Busy(String id, Instant start, Instant end, boolean needed) {}

    /** All of them, in no order. */
    public List<Busy> of(Feeds.Owner owner) {
        Instant now = clock.instant();
        Quarters window = Quarters.covering(now.minus(BACK), now.plus(AHEAD));
        Stream<Busy> visits = calendar.bookingsAt(owner.siteId(), window).stream()
                .flatMap(booking -> booking.appointments().stream())
                .filter(Appointment::isLive)
                .filter(visit -> visit.extent().overlaps(window))
                .flatMap(visit -> stretches(visit, owner.resourceId()).stream());
        Stream<Busy> absences = calendar.blocksAt(owner.siteId(), window).stream()
                .filter(block -> blocks(block, owner.resourceId()))
                .map(block ->
                        new Busy(block.id(), block.span().start(), block.span().end(), false));
        return Stream.concat(visits, absences).toList();
    }

    private static boolean blocks(Block block, String resource) {
        return block.resources().stream().anyMatch(blocked -> blocked.id().equals(resource));
    }

    /** Phases that follow each other are one stretch. */
    private static List<Busy> stretches(Appointment visit, String resource) {
        List<Quarters> spans = new ArrayList<>();
        for (ReservedPhase phase : visit.phases()) {
            if (phase.reservations().stream().anyMatch(held -> held.resource().equals(resource))) {
                Quarters last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
                if (last != null && last.until() == phase.span().from()) {
                    spans.set(spans.size() - 1, last.hull(phase.span()));
                } else {
                    spans.add(phase.span());
                }
            }
        }
        List<Busy> stretches = new ArrayList<>();
        for (Quarters span : spans) {
            stretches.add(new Busy(visit.id() + "." + (stretches.size() + 1), span.start(), span.end(), true));
        }
        return stretches;
    }
}
