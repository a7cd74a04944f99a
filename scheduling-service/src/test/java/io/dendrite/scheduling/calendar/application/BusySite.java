package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.calendar.model.Wishes;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Hours;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.clinic.model.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A site of twenty chairs and thirty people, and random visits that keep its chairs busy for four fifths of each day. */
final class BusySite {

    static final int CHAIRS = 20;
    static final double BUSY = 0.8;

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final int QUARTERS_A_DAY = 40;

    final Site site = new Site("busy", "Busy Clinic", ZONE, "1 Road", "+1 555 0100", week(8, 18), 1);
    private final Random random = new Random(1);

    private static WeeklyHours week(int from, int to) {
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, List.of(new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0))));
        }
        return new WeeklyHours(days);
    }

    /** Nurses work early, late or all day, every third can do more than most; prescribers come all day. */
    List<Resource> resources() {
        List<Resource> all = new ArrayList<>();
        IntStream.rangeClosed(1, CHAIRS).forEach(n -> all.add(resource(ResourceKind.CHAIR, n, Set.of(), 1, null)));
        List<WeeklyHours> shifts = List.of(week(8, 14), week(12, 18), week(8, 18));
        for (int n = 1; n <= 24; n++) {
            Set<String> skills = n % 3 == 0 ? Set.of("iv", "monitoring") : Set.of("iv");
            all.add(resource(ResourceKind.NURSE, n, skills, 3, shifts.get(n % 3)));
        }
        IntStream.rangeClosed(1, 6).forEach(n -> all.add(resource(ResourceKind.PRESCRIBER, n, Set.of(), 4, null)));
        return all;
    }

    private Resource resource(ResourceKind kind, int number, Set<String> skills, int lanes, WeeklyHours hours) {
        String id = "%s-%02d".formatted(kind.name().toLowerCase(java.util.Locale.ROOT), number);
        return new Resource(site.id(), id, kind, id, skills, lanes, hours, 1);
    }

    void open(Clinic clinic) {
        clinic.add(site);
        resources().forEach(clinic::add);
    }

    /** Fills one day: visits follow each other without gaps, and of each nine places eight are taken. */
    int fill(LocalDate day, Calendar calendar, Pictures pictures, VisitPattern pattern) {
        Instant opening = day.atTime(8, 0).atZone(ZONE).toInstant();
        Quarters open = Quarters.covering(opening, opening.plusSeconds(QUARTERS_A_DAY * 900L));
        Picture picture = pictures.of(site, pattern, open);
        int visitQuarters = pattern.occupied(0).count();
        int visitsADay = QUARTERS_A_DAY / visitQuarters;
        int shift = random.nextInt(QUARTERS_A_DAY - visitsADay * visitQuarters + 1);
        int wanted = (int) (CHAIRS * QUARTERS_A_DAY * BUSY) / visitQuarters;
        int booked = 0;
        while (booked < wanted) {
            long start = open.from() + shift + (long) visitQuarters * random.nextInt(visitsADay);
            Optional<List<ReservedPhase>> visit = picture.choose(start, Wishes.NONE);
            if (visit.isPresent()) {
                String id = "busy-" + day + "-" + booked++;
                calendar.add(
                        Booking.of(id, site.id(), "patient-of-" + id, "iv-mood-2", Instant.now(), List.of(visit.get())),
                        List.of());
                picture = picture.with(visit.get());
            }
        }
        return booked;
    }
}
