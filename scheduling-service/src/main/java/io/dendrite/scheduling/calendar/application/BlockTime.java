package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.BlockKind;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.calendar.model.Turns;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps time free of bookings: closures, absences, maintenance. A block never takes what a booking holds. */
@Component
public class BlockTime {

    /** The longest block. Longer closures are several blocks. */
    public static final Duration LONGEST = Duration.ofDays(31);

    private final Clinic clinic;
    private final Calendar calendar;
    private final Clock clock;

    BlockTime(Clinic clinic, Calendar calendar, Clock clock) {
        this.clinic = clinic;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param start ISO 8601, as a visit's start
     * @param end likewise
     * @param resources what is blocked; nothing named means all of the site
     * @param reason why
     * @param kind what it is; null for what is usual for what is blocked
     */
    public record Request(
            String start,
            String end,
            List<String> resources,
            String reason,
            @Nullable BlockKind kind) {

        public Request {
            resources = List.copyOf(resources);
        }
    }

    /**
     * Makes the block that a request asks for, without storing it.
     *
     * @throws ProblemException 400 naming the field that is wrong
     */
    public Block plan(String id, Site site, Request request) {
        Instant start = onGrid("start", request.start(), site);
        Instant end = onGrid("end", request.end(), site);
        if (!start.isBefore(end)) {
            throw ProblemException.invalid("end", "must be after start");
        }
        if (!end.isAfter(clock.instant())) {
            throw ProblemException.invalid("end", "must not lie in the past");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw ProblemException.invalid("end", "must be at most " + LONGEST.toDays() + " days after start");
        }
        List<Resource> all = clinic.resources(site.id());
        RequestedResources.check(
                "resources", request.resources(), all.stream().map(Resource::id).collect(Collectors.toSet()));
        boolean wholeSite = request.resources().isEmpty();
        List<Resource> blocked = all.stream()
                .filter(resource -> wholeSite || request.resources().contains(resource.id()))
                .toList();
        return new Block(
                id,
                request.kind() == null ? usualKind(wholeSite, blocked) : request.kind(),
                site.id(),
                Quarters.covering(start, end),
                withAllLanes(blocked),
                wholeSite,
                request.reason(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    static List<Block.BlockedResource> withAllLanes(List<Resource> resources) {
        return resources.stream()
                .map(resource -> new Block.BlockedResource(resource.id(), resource.lanes() + resource.overflowLanes()))
                .toList();
    }

    private static BlockKind usualKind(boolean wholeSite, List<Resource> blocked) {
        if (wholeSite) {
            return BlockKind.CLOSURE;
        }
        boolean people = blocked.stream()
                .allMatch(resource ->
                        resource.kind() == ResourceKind.NURSE || resource.kind() == ResourceKind.PRESCRIBER);
        return people ? BlockKind.ABSENCE : BlockKind.MAINTENANCE;
    }

    /**
     * Stores a block over what is booked: it takes all that nobody holds. Whoever holds something within it is stranded;
     * nothing new is booked there, since a block counts as a whole wherever places are chosen.
     *
     * @throws ProblemException 409 when others were faster each time
     */
    public Block storeConfirmed(Block block) {
        Set<String> wanted = Set.copyOf(block.claims());
        for (int turn = 0; turn < Turns.MOST; turn++) {
            Block leaving = block.leaving(calendar.takenAt(block.siteId(), block.span(), block.id()).claims().stream()
                    .filter(wanted::contains)
                    .collect(Collectors.toSet()));
            try {
                calendar.add(leaving, List.of());
                return leaving;
            } catch (EntryExistsException e) {
                return leaving;
            } catch (ClaimTakenException e) {
                // Somebody has booked something in it since: leave that too.
            }
        }
        throw ProblemException.conflict(
                ProblemType.SLOT_TAKEN, "Others were faster each time. Nothing was changed; try again.");
    }

    /**
     * Stores a block.
     *
     * @throws ProblemException 409 naming the appointments that are in its way
     */
    public Block store(Block block) {
        try {
            calendar.add(block, List.of());
            return block;
        } catch (EntryExistsException e) {
            return block;
        } catch (ClaimTakenException e) {
            throw ProblemException.conflict(
                            ProblemType.SLOT_TAKEN,
                            "Appointments, holds or another block have what is to be blocked. Move or cancel them first.")
                    .withErrors(List.of(new FieldError("start", "must begin a time that nothing holds")))
                    .with(
                            "affected",
                            affected(block).stream().map(Appointment::id).toList())
                    .with("holds", holdsInTheWayOf(block));
        }
    }

    /** The appointments that hold something of the block's resources within its time. */
    public List<Appointment> affected(Block block) {
        Set<String> blocked =
                block.resources().stream().map(Block.BlockedResource::id).collect(Collectors.toSet());
        return calendar.bookingsAt(block.siteId(), block.span()).stream()
                .flatMap(booking -> booking.appointments().stream())
                .filter(Appointment::isLive)
                .filter(appointment -> appointment.phases().stream()
                        .anyMatch(phase -> phase.span().overlaps(block.span())
                                && phase.reservations().stream().anyMatch(held -> blocked.contains(held.resource()))))
                .toList();
    }

    private List<String> holdsInTheWayOf(Block block) {
        Set<String> wanted = Set.copyOf(block.claims());
        return calendar.holdsAt(block.siteId(), block.span()).stream()
                .filter(hold -> hold.claims().stream().anyMatch(wanted::contains))
                .map(Hold::id)
                .toList();
    }

    private static Instant onGrid(String field, String text, Site site) {
        Instant instant = StartTime.instant(field, text, site.timeZone());
        if (!TimeGrid.contains(instant)) {
            throw ProblemException.invalid(field, "must lie on the " + TimeGrid.MINUTES + "-minute grid");
        }
        return instant;
    }
}
