package io.dendrite.benchmarks.load;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An endless row of visits that get into nobody's way: numbered from 0, each in a chair of its own, and no patient in two
 * places. One after the other they go round the sites, then to the next time of day, then to the next day.
 *
 * @param sites where, each with as many chairs
 * @param chairs how many
 * @param patients ids, more than there are chairs in all
 * @param from the first day
 */
public record Slots(List<String> sites, int chairs, List<String> patients, LocalDate from) {

    /** Local times at which visits begin; each lasts less than three hours. */
    public static final List<String> TIMES = List.of("06:00", "09:00", "12:00", "15:00", "18:00");

    /**
     * @throws IllegalArgumentException if the patients are too few for the chairs
     */
    public Slots {
        sites = List.copyOf(sites);
        patients = List.copyOf(patients);
        if (patients.size() < sites.size() * chairs) {
            throw new IllegalArgumentException(
                    patients.size() + " patients cannot fill " + sites.size() * chairs + " chairs at once");
        }
    }

    /** How many visits a day has. */
    public int perDay() {
        return perTime() * TIMES.size();
    }

    /** Where the visit of this number takes place. */
    public String site(int number) {
        return sites.get(number % sites.size());
    }

    /** When it begins, on the clocks of its site. */
    public String start(int number) {
        int moment = number / perTime();
        return from.plusDays(moment / TIMES.size()) + "T" + TIMES.get(moment % TIMES.size());
    }

    /** Whose it is. */
    public String patient(int number) {
        return patients.get(number % patients.size());
    }

    /** The body that books it. */
    public String booking(int number, String treatment) {
        return course(number, 1, treatment);
    }

    /** The body that books it and the same place on the days that follow, so many in all, for the same patient. */
    public String course(int number, int days, String treatment) {
        return IntStream.range(0, days)
                .mapToObj(day -> "{\"start\":\"" + start(number + day * perDay()) + "\"}")
                .collect(Collectors.joining(
                        ",",
                        "{\"patientId\":\"%s\",\"siteId\":\"%s\",\"treatmentId\":\"%s\",\"appointments\":["
                                .formatted(patient(number), site(number), treatment),
                        "]}"));
    }

    private int perTime() {
        return sites.size() * chairs;
    }
}
