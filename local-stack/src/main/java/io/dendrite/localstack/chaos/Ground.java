package io.dendrite.localstack.chaos;

import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.client.EarlyMorning;
import io.dendrite.localstack.client.TrialClinic;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The clinic that is worked for.
 *
 * @param sites ids, each with {@link #CHAIRS} chairs
 * @param treatment id of the treatment of all visits
 * @param today the date at the sites, where it is early in the morning
 */
record Ground(List<String> sites, String treatment, LocalDate today) {

    static final int CHAIRS = 4;
    private static final List<String> SITES = List.of("chaos-1", "chaos-2", "chaos-3");
    private static final String TREATMENT = "chaos-visit";

    /** Makes it, by the calls of a manager. */
    static Ground made(ClinicClient manager) {
        ZoneId zone = EarlyMorning.zone(Clock.systemUTC());
        TrialClinic clinic = new TrialClinic(manager);
        clinic.treatment(TREATMENT);
        SITES.forEach(site -> clinic.site(site, zone.getId(), CHAIRS));
        return new Ground(SITES, TREATMENT, LocalDate.now(zone));
    }
}
