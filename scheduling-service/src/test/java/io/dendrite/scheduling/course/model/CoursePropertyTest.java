package io.dendrite.scheduling.course.model;

import static io.dendrite.scheduling.course.model.Days.MONDAY;
import static io.dendrite.scheduling.course.model.Days.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** What the search over dates finds is no worse than what trying everything finds. */
class CoursePropertyTest {

    private static final int WINDOW = 14;

    /**
     * A course found by trying everything.
     *
     * @param dates its dates
     * @param unmet how many wishes it leaves open
     */
    private record Tried(List<LocalDate> dates, int unmet) {

        LocalDate end() {
            return dates.get(dates.size() - 1);
        }
    }

    @Property(tries = 400)
    void aCourseIsFoundWheneverThereIsOneAndEndsNoLater(@ForAll long seed) {
        Random random = new Random(seed);
        int min = 1 + random.nextInt(3);
        Protocol protocol = new Protocol(1 + random.nextInt(5), min, min + random.nextInt(4), 1 + random.nextInt(4));
        Days diary = diary(random, 0.35 + random.nextDouble() * 0.6);
        CourseWishes wishes = wishes(random);

        CoursePlan plan = new CoursePlanner(protocol, MONDAY, day(WINDOW - 1)).plan(diary, wishes);

        assertKeepsTheRules(protocol, diary, wishes, plan);
        List<Tried> all = new ArrayList<>();
        tryAll(protocol, new Timetable(diary, wishes), new ArrayList<>(), 0, all);
        Optional<Tried> best = all.stream()
                .filter(tried -> tried.dates().size() == protocol.sessions())
                .min(Comparator.comparingInt(Tried::unmet).thenComparing(Tried::end));
        Statistics.collect(best.isPresent() ? "a course" : "none");
        assertThat(plan.complete()).isEqualTo(best.isPresent());
        assertThat(plan.unsatisfied().isEmpty())
                .isEqualTo(best.isPresent() && best.get().unmet() == 0);
        best.ifPresent(tried ->
                assertThat(plan.starts().get(plan.starts().size() - 1).date()).isEqualTo(tried.end()));
        if (best.isEmpty()) {
            assertThat(plan.starts())
                    .as("the longest course that there is")
                    .hasSize(all.stream()
                            .mapToInt(tried -> tried.dates().size())
                            .max()
                            .orElse(0));
        }
    }

    @Property(tries = 300)
    void aRepairKeepsTheRulesAndChangesAsLittleAsItCan(@ForAll long seed) {
        Random random = new Random(seed);
        int min = 1 + random.nextInt(2);
        Protocol protocol =
                new Protocol(1 + random.nextInt(4), min, min + 1 + random.nextInt(3), 2 + random.nextInt(3));
        Days diary = diary(random, 0.7);
        List<LocalDate> held = random.nextBoolean() ? List.of() : List.of(day(-1 - random.nextInt(3)));
        List<CourseRepair.Ahead> ahead = IntStream.range(0, WINDOW)
                .filter(day -> random.nextInt(4) == 0)
                .limit(protocol.sessions())
                .mapToObj(day -> new CourseRepair.Ahead("b." + day, Days.start(day, "09:00")))
                .toList();

        CourseRepair.Proposal proposal =
                new CourseRepair(protocol, MONDAY, day(WINDOW - 1)).propose(held, ahead, LocalTime.of(9, 0), diary);

        List<Tried> all = new ArrayList<>();
        Set<LocalDate> booked =
                Set.copyOf(ahead.stream().map(session -> session.start().date()).toList());
        tryAllFrom(held, protocol, diary, booked, all);
        Optional<Tried> best = all.stream()
                .filter(tried -> tried.dates().size() == held.size() + protocol.sessions())
                .min(Comparator.comparingInt(Tried::unmet).thenComparing(Tried::end));
        Statistics.collect(best.isPresent() ? "whole" : "not");
        if (best.isPresent()) {
            assertThat(proposal.complete()).isTrue();
            assertThat(proposal.moves().size() + proposal.additions().size())
                    .isEqualTo(best.get().unmet());
            List<LocalDate> dates = new ArrayList<>(held);
            dates.addAll(after(proposal, ahead));
            assertThat(violations(protocol, dates)).isEmpty();
            assertThat(dates.get(dates.size() - 1)).isEqualTo(best.get().end());
        }
        assertThat(proposal.kept().size() + proposal.moves().size()).isEqualTo(ahead.size());
    }

    private static List<LocalDate> after(CourseRepair.Proposal proposal, List<CourseRepair.Ahead> ahead) {
        List<LocalDate> dates = new ArrayList<>();
        ahead.stream()
                .filter(session -> proposal.kept().contains(session.appointmentId()))
                .forEach(session -> dates.add(session.start().date()));
        proposal.moves().forEach(move -> dates.add(move.to().date()));
        proposal.additions().forEach(start -> dates.add(start.date()));
        dates.sort(Comparator.naturalOrder());
        return dates;
    }

    private static void assertKeepsTheRules(Protocol protocol, Days diary, CourseWishes wishes, CoursePlan plan) {
        List<LocalDate> dates = plan.starts().stream().map(PossibleStart::date).toList();
        assertThat(violations(protocol, dates)).isEmpty();
        assertThat(plan.starts()).allSatisfy(start -> {
            assertThat(diary.on(start.date())).contains(start);
            if (wishes.firm()) {
                assertThat(wishes.fits(start.date()) && wishes.fits(start.time()))
                        .isTrue();
            }
        });
    }

    private static List<Protocol.Deviation> violations(Protocol protocol, List<LocalDate> dates) {
        return protocol.deviations(
                dates.stream().map(date -> new Protocol.Visit(date, false)).toList());
    }

    private static void tryAll(
            Protocol protocol, Timetable timetable, List<LocalDate> chosen, int unmet, List<Tried> all) {
        if (!violations(protocol, chosen).isEmpty()) {
            return;
        }
        if (!chosen.isEmpty()) {
            all.add(new Tried(List.copyOf(chosen), unmet));
        }
        if (chosen.size() == protocol.sessions()) {
            return;
        }
        LocalDate from =
                chosen.isEmpty() ? MONDAY : chosen.get(chosen.size() - 1).plusDays(1);
        for (LocalDate date = from; date.isBefore(day(WINDOW)); date = date.plusDays(1)) {
            int here = timetable.unmet(date);
            if (here >= 0) {
                chosen.add(date);
                tryAll(protocol, timetable, chosen, unmet + here, all);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    private static void tryAllFrom(
            List<LocalDate> held, Protocol protocol, Days diary, Set<LocalDate> booked, List<Tried> all) {
        extend(held, protocol.withSessions(held.size() + protocol.sessions()), diary, booked, 0, all);
    }

    private static void extend(
            List<LocalDate> chosen,
            Protocol protocol,
            Days diary,
            Set<LocalDate> booked,
            int changes,
            List<Tried> all) {
        if (!violations(protocol, chosen).isEmpty()) {
            return;
        }
        if (!chosen.isEmpty()) {
            all.add(new Tried(chosen, changes));
        }
        if (chosen.size() == protocol.sessions()) {
            return;
        }
        LocalDate latest = chosen.isEmpty() ? MONDAY.minusDays(1) : chosen.get(chosen.size() - 1);
        LocalDate from = latest.isBefore(MONDAY) ? MONDAY : latest.plusDays(1);
        for (LocalDate date = from; date.isBefore(day(WINDOW)); date = date.plusDays(1)) {
            boolean isBooked = booked.contains(date);
            if (isBooked || !diary.on(date).isEmpty()) {
                List<LocalDate> more = new ArrayList<>(chosen);
                more.add(date);
                extend(more, protocol, diary, booked, changes + (isBooked ? 0 : 1), all);
            }
        }
    }

    private static Days diary(Random random, double open) {
        Days diary = new Days();
        for (int day = 0; day < WINDOW; day++) {
            if (random.nextDouble() < open) {
                diary.but(
                        day,
                        random.ints(1 + random.nextInt(3), 8, 18)
                                .sorted()
                                .distinct()
                                .mapToObj(hour -> LocalTime.of(hour, 0).toString())
                                .toArray(String[]::new));
            }
        }
        return diary;
    }

    private static CourseWishes wishes(Random random) {
        if (random.nextInt(3) == 0) {
            return CourseWishes.NONE;
        }
        Set<DayOfWeek> weekdays = random.nextBoolean()
                ? Set.of()
                : Set.copyOf(IntStream.rangeClosed(1, 7)
                        .filter(day -> random.nextInt(3) > 0)
                        .mapToObj(DayOfWeek::of)
                        .toList());
        int from = 8 + random.nextInt(6);
        return new CourseWishes(
                weekdays, LocalTime.of(from, 0), LocalTime.of(from + 2 + random.nextInt(5), 0), random.nextBoolean());
    }
}
