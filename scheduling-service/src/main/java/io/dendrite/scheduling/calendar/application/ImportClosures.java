package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.BlockKind;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.application.Consequences.Affected;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes closures of a calendar of holidays. A time of an event makes one block, whose id follows from both, so that the
 * same file again changes nothing; what an event of the file no longer says is lifted.
 */
@Component
public class ImportClosures {

    /** How far ahead repeated events are written out. */
    static final Duration AHEAD = Duration.ofDays(2 * 365);

    private static final int MOST = 500;

    private final HolidayFile files;
    private final Clinic clinic;
    private final Calendar calendar;
    private final BlockTime blockTime;
    private final StrandedVisits stranded;
    private final Clock clock;

    ImportClosures(
            HolidayFile files,
            Clinic clinic,
            Calendar calendar,
            BlockTime blockTime,
            StrandedVisits stranded,
            Clock clock) {
        this.files = files;
        this.clinic = clinic;
        this.calendar = calendar;
        this.blockTime = blockTime;
        this.stranded = stranded;
        this.clock = clock;
    }

    /** What became of a time of an event, or of an event. */
    public enum Outcome {
        CREATED,
        UNCHANGED,
        /** The event no longer says it. */
        LIFTED,
        /** Somebody lifted it before, so it stays lifted. */
        STAYS_LIFTED,
        /** Booked patients would be stranded, and that is not confirmed. */
        WOULD_STRAND,
        /** The event cannot be read, or is too long. */
        REFUSED
    }

    /**
     * One line of the answer.
     *
     * @param start null of an event that cannot be read
     * @param end likewise
     * @param affected whom it strands
     * @param message what would be right; null unless it is refused
     */
    public record Line(
            String uid,
            @Nullable Instant start,
            @Nullable Instant end,
            Outcome outcome,
            List<Affected> affected,
            @Nullable String message) {}

    /** How it is to be done. */
    public record Terms(boolean dryRun, boolean confirm) {}

    /**
     * Imports.
     *
     * @throws ProblemException 400 when the file is no calendar, or has too many times
     */
    public List<Line> of(Site site, byte[] file, Terms terms) {
        Instant now = clock.instant();
        Instant end = now.plus(AHEAD);
        HolidayFile.Reading reading = files.read(file, site.timeZone(), now, end);
        if (reading.holidays().size() > MOST) {
            throw ProblemException.invalid(
                    "body", "must have at most " + MOST + " times within the next two years; split the file");
        }
        Map<String, Block> standing = calendar.blocksAt(site.id(), Quarters.covering(now, end)).stream()
                .filter(block -> block.source() != null)
                .collect(Collectors.toMap(Block::id, Function.identity()));
        List<Line> lines = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (HolidayFile.Holiday holiday : reading.holidays()) {
            Block block = block(site, holiday);
            if (said.add(block.id())) {
                lines.add(line(site, holiday, block, standing.containsKey(block.id()), terms));
            }
        }
        Set<String> sources =
                reading.uids().stream().map(ImportClosures::source).collect(Collectors.toSet());
        standing.values().stream()
                .filter(block -> sources.contains(block.source()) && !said.contains(block.id()))
                .forEach(block -> lines.add(lift(site, block, terms)));
        reading.unreadable()
                .forEach(event ->
                        lines.add(new Line(event.uid(), null, null, Outcome.REFUSED, List.of(), event.message())));
        return List.copyOf(lines);
    }

    private Line line(Site site, HolidayFile.Holiday holiday, Block block, boolean stands, Terms terms) {
        if (Duration.between(holiday.start(), holiday.end()).compareTo(BlockTime.LONGEST) > 0) {
            return line(
                    holiday, Outcome.REFUSED, List.of(), "must last at most " + BlockTime.LONGEST.toDays() + " days");
        }
        if (stands) {
            return line(holiday, Outcome.UNCHANGED, List.of(), null);
        }
        List<Affected> affected = stranded.of(site, block);
        if (!affected.isEmpty() && !terms.confirm()) {
            return line(holiday, Outcome.WOULD_STRAND, affected, null);
        }
        if (terms.dryRun()) {
            return line(holiday, Outcome.CREATED, affected, null);
        }
        blockTime.storeConfirmed(block);
        boolean there = calendar.blocksAt(site.id(), block.span()).stream()
                .anyMatch(stored -> stored.id().equals(block.id()));
        return line(holiday, there ? Outcome.CREATED : Outcome.STAYS_LIFTED, affected, null);
    }

    private Line lift(Site site, Block block, Terms terms) {
        if (!terms.dryRun()) {
            calendar.remove(site.id(), block.id());
        }
        return new Line(block.reason(), block.span().start(), block.span().end(), Outcome.LIFTED, List.of(), null);
    }

    private static Line line(
            HolidayFile.Holiday holiday, Outcome outcome, List<Affected> affected, @Nullable String message) {
        return new Line(holiday.uid(), holiday.start(), holiday.end(), outcome, affected, message);
    }

    /** Off the grid it is closed a little longer, never shorter. */
    private Block block(Site site, HolidayFile.Holiday holiday) {
        Quarters span = Quarters.covering(holiday.start(), holiday.end());
        return new Block(
                id(site.id() + ' ' + holiday.uid() + ' ' + span.from() + ' ' + span.until()),
                BlockKind.CLOSURE,
                site.id(),
                span,
                BlockTime.withAllLanes(clinic.resources(site.id())),
                true,
                holiday.summary().isEmpty() ? "Closed" : holiday.summary(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                source(holiday.uid()),
                Set.of());
    }

    private static String source(String uid) {
        return id(uid);
    }

    /** Ids of events may have any length. */
    private static String id(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
