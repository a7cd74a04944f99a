package io.dendrite.scheduling.treatment.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.treatment.model.Need;
import io.dendrite.scheduling.treatment.model.Phase;
import io.dendrite.scheduling.treatment.model.PhaseKind;
import io.dendrite.scheduling.treatment.model.Route;
import io.dendrite.scheduling.treatment.model.Treatment;
import io.dendrite.scheduling.treatment.model.TreatmentRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultTreatmentsTest {

    private static final Map<String, Treatment> DEFAULTS = DefaultTreatments.read().defaults().stream()
            .map(DefaultTreatments.Default::treatment)
            .collect(Collectors.toMap(Treatment::id, Function.identity()));

    static Set<String> ids() {
        return DEFAULTS.keySet();
    }

    @Test
    void thereIsADefaultForEachScheduleThatIsKnown() {
        assertThat(DEFAULTS)
                .containsOnlyKeys(
                        "iv-mood-2",
                        "iv-mood-3",
                        "iv-boost",
                        "iv-pain-crps",
                        "in-esk",
                        "in-esk-mdsi",
                        "sl",
                        "im",
                        "consultation");
    }

    @Test
    void theDefaultsSayWhatTheyAreNot() {
        assertThat(DefaultTreatments.read().label())
                .isEqualTo("Configurable default, to be approved by a clinician; not medical advice.");
        assertThat(DefaultTreatments.read().defaults())
                .allSatisfy(entry -> assertThat(entry.source()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void eachDefaultKeepsTheRules(String id) {
        assertThat(TreatmentRules.violations(DEFAULTS.get(id))).isEmpty();
        assertThat(DEFAULTS.get(id).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void eachNeedIsOfAKindThatTheClinicKnows(String id) {
        Set<String> known = Arrays.stream(ResourceKind.values()).map(Enum::name).collect(Collectors.toSet());

        assertThat(DEFAULTS.get(id).phases())
                .allSatisfy(phase -> assertThat(known).containsAll(kinds(phase)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iv-mood-2", "iv-mood-3", "iv-boost", "iv-pain-crps", "in-esk", "in-esk-mdsi", "sl", "im"})
    void theChairIsHeldThroughoutAndTheNurseUntilThePatientLeaves(String id) {
        assertThat(DEFAULTS.get(id).phases()).allSatisfy(phase -> {
            assertThat(kinds(phase)).contains("CHAIR");
            assertThat(kinds(phase).contains("NURSE")).isEqualTo(phase.phase() != PhaseKind.TURNOVER);
        });
        assertThat(DEFAULTS.get(id).escortRequired()).isTrue();
    }

    @Test
    void anIntravenousVisitIsRoundedUpToTheGrid() {
        Treatment mood = DEFAULTS.get("iv-mood-2");

        assertThat(mood.route()).isEqualTo(Route.INTRAVENOUS);
        assertThat(mood.phases()).extracting(Phase::minutes).containsExactly(15, 45, 60, 15);
        assertThat(mood.phases().get(1).needs())
                .containsExactly(
                        new Need("CHAIR", Set.of()), new Need("NURSE", Set.of("iv")), new Need("PRESCRIBER", Set.of()));
        assertThat(kinds(mood.phases().get(2))).doesNotContain("PRESCRIBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-esk", "in-esk-mdsi"})
    void theIntranasalSeriesIsWatchedForTwoHoursWithAPrescriberOnSite(String id) {
        Treatment treatment = DEFAULTS.get(id);

        assertThat(treatment.minimumObservationMinutes()).isEqualTo(120);
        assertThat(treatment.requiredProgramme()).contains("esketamine");
        assertThat(treatment.phases())
                .filteredOn(phase ->
                        Set.of(PhaseKind.ADMINISTRATION, PhaseKind.OBSERVATION).contains(phase.phase()))
                .hasSize(2)
                .allSatisfy(phase -> assertThat(kinds(phase)).contains("PRESCRIBER"));
    }

    private static List<String> kinds(Phase phase) {
        return phase.needs().stream().map(Need::kind).toList();
    }
}
