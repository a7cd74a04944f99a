package io.dendrite.localstack.client;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes what load is put on, by the calls of a manager: sites that open every day, and one long treatment. Ids must be new:
 * nothing that is there is changed.
 */
public final class TrialClinic {

    /** As many patients as one nurse may have at a time. */
    private static final int MOST_LANES = 20;

    private static final List<String> WEEK =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

    private final ClinicClient manager;

    /** Makes nothing yet. */
    public TrialClinic(ClinicClient manager) {
        this.manager = manager;
    }

    /** A treatment of two hours in a chair, watched by a nurse, and a quarter to clean up. */
    public void treatment(String id) {
        put(
                "/treatments/" + id,
                Map.of(
                        "name",
                        "Trial visit",
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
    }

    private static Map<String, Object> phase(String name, int minutes, String... kinds) {
        return Map.of(
                "phase", name,
                "minutes", minutes,
                "needs", Stream.of(kinds).map(kind -> Map.of("kind", kind)).toList());
    }

    /**
     * A site that is open from 6 to 22, with so many chairs and nurses for all of them.
     *
     * @param zone its IANA time zone
     */
    public void site(String id, String zone, int chairs) {
        List<Map<String, String>> hours = List.of(Map.of("from", "06:00", "to", "22:00"));
        put(
                "/sites/" + id,
                Map.of(
                        "name",
                        "Trial site",
                        "timeZone",
                        zone,
                        "address",
                        "1 Test Street",
                        "phone",
                        "+1 503 555 0100",
                        "openingHours",
                        WEEK.stream().collect(Collectors.toMap(day -> day, day -> hours))));
        for (int chair = 1; chair <= chairs; chair++) {
            resource(id, "chair-" + chair, "CHAIR", 1);
        }
        for (int nurse = 0; nurse * MOST_LANES < chairs; nurse++) {
            resource(id, "nurse-" + (nurse + 1), "NURSE", Math.min(MOST_LANES, chairs - nurse * MOST_LANES));
        }
    }

    private void resource(String site, String id, String kind, int lanes) {
        put(
                "/sites/" + site + "/resources/" + id,
                Map.of("kind", kind, "name", id, "skills", List.of(), "lanes", lanes));
    }

    /** 428 says that it stands: made by a try whose answer was lost, since ids are of one run alone. */
    private void put(String path, Object body) {
        Answer answer = manager.insist("PUT", path, body);
        if (answer.status() != 428) {
            answer.expect(201);
        }
    }
}
