package io.dendrite.scheduling.clinic.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.clinic.model.WeeklyHoursRules;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemoClinicTest {

    private static final DemoClinic.Content DEMO = DemoClinic.read();

    @Test
    void hasTwoSitesInTwoTimeZonesThatOpenFromMondayToSaturday() {
        assertThat(DEMO.sites()).extracting(Site::id).containsExactly("riverside", "harbor");
        assertThat(DEMO.sites())
                .extracting(Site::timeZone)
                .containsExactly(ZoneId.of("America/Los_Angeles"), ZoneId.of("America/New_York"));
        assertThat(DEMO.sites())
                .allSatisfy(site ->
                        assertThat(site.openingHours().byDay()).hasSize(6).doesNotContainKey(DayOfWeek.SUNDAY));
    }

    @Test
    void hasEightChairsAndStaffWithLanesAtEachSite() {
        assertThat(DEMO.resources())
                .filteredOn(resource -> resource.kind() == ResourceKind.CHAIR)
                .hasSize(8);
        assertThat(DEMO.sites()).allSatisfy(site -> {
            assertThat(DEMO.resources())
                    .filteredOn(
                            resource -> resource.siteId().equals(site.id()) && resource.kind() == ResourceKind.NURSE)
                    .isNotEmpty()
                    .allSatisfy(nurse -> assertThat(nurse.lanes()).isEqualTo(3))
                    .anySatisfy(nurse -> assertThat(nurse.skills()).contains("iv", "monitoring"));
            assertThat(DEMO.resources())
                    .filteredOn(resource ->
                            resource.siteId().equals(site.id()) && resource.kind() == ResourceKind.PRESCRIBER)
                    .isNotEmpty();
        });
    }

    @Test
    void hasOneSiteThatIsCertifiedAndOneThatIsNot() {
        assertThat(DEMO.sites().get(0).certifications()).containsExactly("esketamine");
        assertThat(DEMO.sites().get(1).certifications()).isEmpty();
    }

    @Test
    void keepsTheRulesForHours() {
        assertThat(DEMO.sites())
                .allSatisfy(site -> assertThat(WeeklyHoursRules.violations(site.openingHours()))
                        .isEmpty());
        assertThat(DEMO.resources().stream()
                        .map(Resource::workingHours)
                        .filter(Objects::nonNull)
                        .map(hours -> WeeklyHoursRules.violations(hours)))
                .isNotEmpty()
                .allSatisfy(violations -> assertThat(violations).isEmpty());
    }

    @Test
    void namesSitesWithoutSayingWhatTheyDo() {
        assertThat(DEMO.sites())
                .allSatisfy(site -> assertThat((site.name() + site.address()).toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("infusion", "ketamine", "psych", "mental", "pain", "mood"));
    }
}
