package io.dendrite.scheduling.clinic.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Hours;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.clinic.model.WeeklyHours;
import io.dendrite.scheduling.mongo.MongoContract;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the clinic promises whoever stores in it, on any server. */
abstract class ClinicContract extends MongoContract {

    private static final WeeklyHours HOURS = new WeeklyHours(Map.of(
            DayOfWeek.MONDAY,
            List.of(
                    new Hours(LocalTime.of(8, 0), LocalTime.of(12, 15)),
                    new Hours(LocalTime.of(13, 0), LocalTime.MIDNIGHT))));

    private Clinic clinic;

    @BeforeEach
    void open() {
        clinic = new MongoClinic(database);
    }

    @Test
    void readsASiteAsItWasStored() {
        Site site = site("north", 1);

        assertThat(clinic.add(site)).isTrue();
        assertThat(clinic.site("north")).contains(site);
        assertThat(clinic.site("south")).isEmpty();
    }

    @Test
    void listsSitesInOrder() {
        clinic.add(site("b", 1));
        clinic.add(site("c", 1));
        clinic.add(site("a", 1));

        assertThat(clinic.sites()).extracting(Site::id).containsExactly("a", "b", "c");
    }

    @Test
    void refusesASecondSiteOfTheSameId() {
        clinic.add(site("north", 1));

        assertThat(clinic.add(site("north", 5))).isFalse();
        assertThat(clinic.site("north").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void replacesTheVersionThatIsExpectedAndNoOther() {
        clinic.add(site("north", 1));

        assertThat(clinic.replace(site("north", 3), 2)).isFalse();
        assertThat(clinic.replace(site("north", 2), 1)).isTrue();
        assertThat(clinic.replace(site("north", 2), 1)).isFalse();
        assertThat(clinic.replace(site("south", 2), 1)).isFalse();
        assertThat(clinic.site("north").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void lettingManyReplaceTheSameVersionLetsOneWin() throws Exception {
        clinic.add(site("north", 1));

        assertThat(together(16, () -> clinic.replace(site("north", 2), 1))).containsOnlyOnce(true);
    }

    @Test
    void lettingManyAddTheSameSiteLetsOneWin() throws Exception {
        assertThat(together(16, () -> clinic.add(site("north", 1)))).containsOnlyOnce(true);
    }

    @Test
    void readsAResourceAsItWasStored() {
        Resource nurse = resource("north", "nurse-1", HOURS, 1);
        Resource chair = resource("north", "chair-1", null, 1);

        assertThat(clinic.add(nurse)).isTrue();
        assertThat(clinic.add(chair)).isTrue();
        assertThat(clinic.resource("north", "nurse-1")).contains(nurse);
        assertThat(clinic.resource("north", "chair-1")).contains(chair);
        assertThat(clinic.resources("north")).containsExactly(chair, nurse);
    }

    @Test
    void keepsTheResourcesOfTwoSitesApart() {
        clinic.add(resource("north", "chair-1", null, 1));

        assertThat(clinic.add(resource("south", "chair-1", null, 1))).isTrue();
        assertThat(clinic.add(resource("south", "chair-1", null, 1))).isFalse();
        assertThat(clinic.resources("north")).hasSize(1);
        assertThat(clinic.resources("east")).isEmpty();
        assertThat(clinic.resource("east", "chair-1")).isEmpty();
    }

    @Test
    void replacesAResourceOfTheExpectedVersion() {
        clinic.add(resource("north", "chair-1", null, 1));

        assertThat(clinic.replace(resource("north", "chair-1", HOURS, 2), 1)).isTrue();
        assertThat(clinic.replace(resource("north", "chair-1", null, 2), 1)).isFalse();
        assertThat(clinic.resource("north", "chair-1")).contains(resource("north", "chair-1", HOURS, 2));
    }

    @Test
    void removesAResourceInAnyVersionOrOnlyInTheExpectedOne() {
        clinic.add(resource("north", "chair-1", null, 4));
        clinic.add(resource("north", "chair-2", null, 1));

        assertThat(clinic.remove("north", "chair-1", 3)).isFalse();
        assertThat(clinic.remove("north", "chair-1", 4)).isTrue();
        assertThat(clinic.remove("north", "chair-1", 4)).isFalse();
        assertThat(clinic.remove("north", "chair-2")).isTrue();
        assertThat(clinic.remove("north", "chair-2")).isFalse();
        assertThat(clinic.resources("north")).isEmpty();
    }

    private static Site site(String id, long version) {
        return new Site(
                id,
                "North",
                ZoneId.of("America/New_York"),
                "1 North Road",
                "+1 555 0100",
                HOURS,
                Set.of("zeta", "alpha"),
                45,
                version);
    }

    private static Resource resource(String site, String id, WeeklyHours hours, long version) {
        return new Resource(site, id, ResourceKind.NURSE, "Ana", Set.of("iv", "monitoring"), 3, hours, version);
    }
}
