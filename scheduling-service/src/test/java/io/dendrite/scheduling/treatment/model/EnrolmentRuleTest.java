package io.dendrite.scheduling.treatment.model;

import static io.dendrite.scheduling.treatment.model.EnrolmentRule.Obstacle.PATIENT_NOT_ENROLLED;
import static io.dendrite.scheduling.treatment.model.EnrolmentRule.Obstacle.SITE_NOT_CERTIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnrolmentRuleTest {

    private static final Set<String> REMS = Set.of("rems", "other");
    private static final Set<String> OTHER = Set.of("other", "in-esk");

    private static Treatment treatment(boolean enrolmentRequired, String programme) {
        return new Treatment(
                "in-esk",
                "Series",
                Route.INTRANASAL,
                List.of(),
                List.of(),
                null,
                true,
                enrolmentRequired,
                programme,
                120,
                new Preparation(0, 0),
                ReminderGroup.A,
                1);
    }

    private static Optional<EnrolmentRule.Obstacle> obstacle(Set<String> certifications, Set<String> enrolments) {
        return EnrolmentRule.obstacle(treatment(true, "rems"), certifications, enrolments);
    }

    @Test
    void asksForTheSameProgrammeOfSiteAndPatient() {
        assertThat(obstacle(REMS, REMS)).isEmpty();
        assertThat(obstacle(OTHER, REMS)).contains(SITE_NOT_CERTIFIED);
        assertThat(obstacle(REMS, OTHER)).contains(PATIENT_NOT_ENROLLED);
        assertThat(obstacle(Set.of(), Set.of())).contains(SITE_NOT_CERTIFIED);
    }

    @Test
    void asksAboutTheSiteAloneWhereNobodyIsInMind() {
        assertThat(obstacle(REMS, null)).isEmpty();
        assertThat(obstacle(OTHER, null)).contains(SITE_NOT_CERTIFIED);
    }

    @Test
    void takesTheTreatmentsIdForAProgrammeWithoutAName() {
        Treatment unnamed = treatment(true, null);

        assertThat(EnrolmentRule.obstacle(unnamed, Set.of("in-esk"), Set.of("in-esk")))
                .isEmpty();
        assertThat(EnrolmentRule.obstacle(unnamed, REMS, REMS)).contains(SITE_NOT_CERTIFIED);
    }

    @Test
    void asksForNothingWhereNoProgrammeIsRequired() {
        assertThat(EnrolmentRule.obstacle(treatment(false, null), Set.of(), Set.of()))
                .isEmpty();
    }
}
