package io.dendrite.scheduling.calendar.model;

import static io.dendrite.scheduling.calendar.model.Visits.CHAIR;
import static io.dendrite.scheduling.calendar.model.Visits.NURSE;
import static io.dendrite.scheduling.calendar.model.Visits.need;
import static io.dendrite.scheduling.calendar.model.Visits.phase;
import static io.dendrite.scheduling.calendar.model.Visits.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void isOneForTheSameNeedInSeveralPhases() {
        assertThat(Role.of(Visits.infusion()))
                .containsExactly(new Role(CHAIR, 0, List.of(0, 1, 2, 3)), new Role(NURSE, 0, List.of(0, 1, 2)));
    }

    @Test
    void isTwoForANeedThatAPhaseHasTwice() {
        assertThat(Role.of(visit(phase("ADMINISTRATION", 1, NURSE, NURSE), phase("OBSERVATION", 1, NURSE))))
                .containsExactly(new Role(NURSE, 0, List.of(0, 1)), new Role(NURSE, 1, List.of(0)));
    }

    @Test
    void isAnotherForOtherSkills() {
        Need pump = need("NURSE", "iv", "pump");

        assertThat(Role.of(visit(phase("ADMINISTRATION", 1, NURSE, pump)))).hasSize(2);
    }

    @Test
    void mayBeHandedOverByPeopleInSeveralPhasesOnly() {
        assertThat(new Role(NURSE, 0, List.of(0, 1)).mayHandOver()).isTrue();
        assertThat(new Role(need("PRESCRIBER"), 0, List.of(0, 2)).mayHandOver()).isTrue();
        assertThat(new Role(NURSE, 0, List.of(0)).mayHandOver()).isFalse();
        assertThat(new Role(CHAIR, 0, List.of(0, 1)).mayHandOver()).isFalse();
        assertThat(new Role(need("ROOM"), 0, List.of(0, 1)).mayHandOver()).isFalse();
    }

    @Test
    void meetsARoleThatSharesAPhase() {
        Role both = new Role(NURSE, 0, List.of(0, 1));

        assertThat(both.meets(new Role(CHAIR, 0, List.of(1, 2)))).isTrue();
        assertThat(both.meets(new Role(CHAIR, 0, List.of(2)))).isFalse();
    }
}
