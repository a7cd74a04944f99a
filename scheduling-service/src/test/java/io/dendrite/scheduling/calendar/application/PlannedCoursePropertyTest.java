package io.dendrite.scheduling.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.Bookable;
import io.dendrite.scheduling.calendar.model.Need;
import io.dendrite.scheduling.calendar.model.Occupancy;
import io.dendrite.scheduling.calendar.model.QuarterSet;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.ResourceChoice;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.course.model.CoursePlan;
import io.dendrite.scheduling.course.model.CoursePlanner;
import io.dendrite.scheduling.course.model.CourseWishes;
import io.dendrite.scheduling.course.model.PossibleStart;
import io.dendrite.scheduling.course.model.Protocol;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * Courses planned over 90 days of random small clinics break no rule: spacing, opening hours, closures, whatever is
 * occupied, and the patient's other appointments. What is allowed is judged quarter by quarter, without the classes that
 * plan.
 */
class PlannedCoursePropertyTest {

    private static final int DAYS = 90;
    private static final LocalDate FIRST = LocalDate.of(2027, 2, 1);

    /** Visits hold a chair for five quarters, a nurse and the patient for four. */
    private static final int CHAIR_QUARTERS = 5;

    private static final int VISIT_QUARTERS = 4;
    private static final VisitPattern PATTERN = new VisitPattern(List.of(
            new VisitPattern.Phase(
                    "ADMINISTRATION",
                    VISIT_QUARTERS,
                    true,
                    List.of(new Need("CHAIR", Set.of()), new Need("NURSE", Set.of()))),
            new VisitPattern.Phase(
                    "TURNOVER", CHAIR_QUARTERS - VISIT_QUARTERS, false, List.of(new Need("CHAIR", Set.of())))));

    /** A clinic in sets of quarters. */
    private record Clinic(
            ZoneId zone,
            Set<Long> open,
            Set<Long> patientBusy,
            Set<String> claims,
            List<Block> blocks,
            Quarters window) {

        static Clinic of(Random random) {
            ZoneId zone = ZoneId.of(List.of("America/Los_Angeles", "Europe/London", "Pacific/Auckland")
                    .get(random.nextInt(3)));
            Quarters window = new Quarters(quarter(FIRST, zone) - 96, quarter(FIRST.plusDays(DAYS + 2), zone));
            Clinic clinic =
                    new Clinic(zone, new HashSet<>(), new HashSet<>(), new HashSet<>(), new ArrayList<>(), window);
            int closedDays = 1 + random.nextInt(4);
            for (LocalDate date = FIRST.minusDays(1); date.isBefore(FIRST.plusDays(DAYS)); date = date.plusDays(1)) {
                if (date.getDayOfWeek().getValue() <= 7 - closedDays) {
                    clinic.fill(date, random);
                }
            }
            return clinic;
        }

        private void fill(LocalDate date, Random random) {
            long opening = TimeOf.quarter(date, 9, zone);
            LongStream.range(opening, opening + 24).forEach(open::add);
            for (String lane : List.of("chair-1/0", "chair-2/0", "nurse-1/0")) {
                for (int visit = random.nextInt(6); visit > 0; visit--) {
                    long from = opening + random.nextInt(24);
                    LongStream.range(from, from + 5).forEach(quarter -> claims.add(lane + "@" + quarter));
                }
            }
            if (random.nextInt(12) == 0) {
                Quarters closed = new Quarters(opening, opening + 24);
                List<Block.BlockedResource> all = List.of(
                        new Block.BlockedResource("chair-1", 1),
                        new Block.BlockedResource("chair-2", 1),
                        new Block.BlockedResource("nurse-1", 1));
                closed.each().forEach(quarter -> all.forEach(resource -> claims.add(resource.id() + "/0@" + quarter)));
                blocks.add(new Block("k" + date, "small", closed, all, true, "closed", closed.start()));
            }
            if (random.nextInt(3) == 0) {
                long from = opening + random.nextInt(20);
                LongStream.range(from, from + 4).forEach(patientBusy::add);
            }
        }

        FreeStarts free() {
            QuarterSet hours = set(open);
            List<Bookable> resources = List.of(
                    new Bookable("chair-1", "CHAIR", Set.of(), 1, 0, hours),
                    new Bookable("chair-2", "CHAIR", Set.of(), 1, 0, hours),
                    new Bookable("nurse-1", "NURSE", Set.of(), 1, 0, hours));
            Picture picture = new Picture(
                    PATTERN,
                    hours,
                    patientBusy.stream()
                            .map(quarter -> Quarters.starting(quarter, 1))
                            .toList(),
                    new ResourceChoice(PATTERN, resources),
                    Occupancy.of(window, claims, blocks));
            return new FreeStarts(picture, zone, FIRST.atStartOfDay(zone).toInstant(), Set.of(), Set.of());
        }

        private QuarterSet set(Set<Long> quarters) {
            return QuarterSet.of(
                    window,
                    quarters.stream()
                            .map(quarter -> Quarters.starting(quarter, 1))
                            .toList());
        }

        boolean lets(long start) {
            return LongStream.range(start, start + VISIT_QUARTERS)
                            .allMatch(quarter -> open.contains(quarter) && !patientBusy.contains(quarter))
                    && isFree("nurse-1", start, VISIT_QUARTERS)
                    && (isFree("chair-1", start, CHAIR_QUARTERS) || isFree("chair-2", start, CHAIR_QUARTERS));
        }

        private boolean isFree(String resource, long start, int quarters) {
            return LongStream.range(start, start + quarters)
                    .noneMatch(quarter -> claims.contains(resource + "/0@" + quarter));
        }

        private static long quarter(LocalDate date, ZoneId zone) {
            return TimeOf.quarter(date, 0, zone);
        }
    }

    /** Quarters of wall-clock hours. */
    private static final class TimeOf {

        private TimeOf() {}

        static long quarter(LocalDate date, int hour, ZoneId zone) {
            return date.atTime(hour, 0).atZone(zone).toEpochSecond() / 900;
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void noPlanBreaksARule(@ForAll long seed) {
        Random random = new Random(seed);
        Clinic clinic = Clinic.of(random);
        int min = 1 + random.nextInt(3);
        Protocol protocol =
                new Protocol(2 + random.nextInt(8), min, min + 1 + random.nextInt(5), 1 + random.nextInt(4));
        FreeStarts free = clinic.free();

        CoursePlan plan = new CoursePlanner(protocol, FIRST, FIRST.plusDays(DAYS - 1))
                .plan(
                        date -> free.on(date).stream()
                                .map(start -> PossibleStart.of(start.start(), start.end(), clinic.zone()))
                                .toList(),
                        CourseWishes.NONE);

        Statistics.collect(plan.complete() ? "complete" : "in part");
        assertThat(plan.starts())
                .allSatisfy(start -> assertThat(clinic.lets(start.start().getEpochSecond() / 900))
                        .as("%s with %s", start, protocol)
                        .isTrue());
        assertThat(protocol.deviations(plan.starts().stream()
                        .map(start -> new Protocol.Visit(start.date(), false))
                        .toList()))
                .isEmpty();
        assertThat(plan.complete()).isEqualTo(plan.starts().size() == protocol.sessions());
        if (!plan.complete()) {
            assertThat(longest(clinic, protocol)).isLessThan(protocol.sessions());
        }
    }

    /** How many sessions the greediest of all walks over the days reaches, each from a possible day as soon as can be. */
    private static int longest(Clinic clinic, Protocol protocol) {
        List<LocalDate> days = IntStream.range(0, DAYS)
                .mapToObj(FIRST::plusDays)
                .filter(date -> LongStream.range(0, 96)
                        .anyMatch(quarter -> clinic.lets(TimeOf.quarter(date, 0, clinic.zone()) + quarter)))
                .toList();
        int most = 0;
        for (LocalDate begin : days) {
            List<Protocol.Visit> visits = new ArrayList<>();
            for (LocalDate date : days) {
                visits.add(new Protocol.Visit(date, false));
                if (date.isBefore(begin) || !protocol.deviations(visits).isEmpty()) {
                    visits.remove(visits.size() - 1);
                }
            }
            most = Math.max(most, visits.size());
        }
        return most;
    }
}
