package io.dendrite.localstack.chaos;

import io.dendrite.localstack.client.Answer;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.client.EarlyMorning;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The clinic that is worked for.
 *
 * @param sites ids, each with {@link #CHAIRS} chairs
 * @param treatment id of the treatment of all visits
 * @param today the date at the sites, where it is early in the morning
 */
record Ground(List<String> sites, String treatment, LocalDate today) {

    static final int CHAIRS = 4;
    private static final int SITES = 3;
    private static final List<String> WEEK =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

    /** Makes it, by the calls of a manager. */
    static Ground made(ClinicClient manager) {
        ZoneId zone = EarlyMorning.zone(Clock.systemUTC());
        String treatment = "chaos-visit";
        put(
                manager,
                "/treatments/" + treatment,
                Map.of(
                        "name",
                        "Chaos visit",
                        "route",
                        "INTRAVENOUS",
                        "indications",
                        List.of("none"),
                        "phases",
                        List.of(
                                phase("ADMINISTRATION", 60, "CHAIR", "NURSE"),
                                phase("OBSERVATION", 60, "CHAIR", "NURSE"),
                                phase("TURNOVER", 15, "CHAIR")),
                        "escortRequired",
                        false,
                        "enrolmentRequired",
                        false,
                        "minimumObservationMinutes",
                        60,
                        "preparation",
                        Map.of("solidsHours", 6, "liquidsHours", 2)));
        List<String> sites = new ArrayList<>();
        for (int number = 1; number <= SITES; number++) {
            String site = "chaos-" + number;
            put(manager, "/sites/" + site, site(number, zone));
            for (int chair = 1; chair <= CHAIRS; chair++) {
                resource(manager, site, "chair-" + chair, "CHAIR", 1);
            }
            resource(manager, site, "nurse-1", "NURSE", CHAIRS);
            sites.add(site);
        }
        return new Ground(List.copyOf(sites), treatment, LocalDate.now(zone));
    }

    private static Map<String, Object> site(int number, ZoneId zone) {
        List<Map<String, String>> hours = List.of(Map.of("from", "06:00", "to", "22:00"));
        return Map.of(
                "name",
                "Chaos " + number,
                "timeZone",
                zone.getId(),
                "address",
                "1 Test Street",
                "phone",
                "+1 503 555 0100",
                "openingHours",
                WEEK.stream().collect(Collectors.toMap(day -> day, day -> hours)));
    }

    private static Map<String, Object> phase(String name, int minutes, String... kinds) {
        return Map.of(
                "phase", name,
                "minutes", minutes,
                "needs", Stream.of(kinds).map(kind -> Map.of("kind", kind)).toList());
    }

    private static void resource(ClinicClient manager, String site, String id, String kind, int lanes) {
        put(
                manager,
                "/sites/" + site + "/resources/" + id,
                Map.of("kind", kind, "name", id, "skills", List.of(), "lanes", lanes));
    }

    private static void put(ClinicClient manager, String path, Object body) {
        Answer answer = manager.send("PUT", path, body, Map.of());
        answer.expect(201);
    }
}
