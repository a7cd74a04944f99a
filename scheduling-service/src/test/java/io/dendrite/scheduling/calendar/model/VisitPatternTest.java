package io.dendrite.scheduling.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class VisitPatternTest {

    @Test
    void laysPhasesOneAfterTheOther() {
        assertThat(Visits.infusion().spans(100))
                .containsExactly(
                        new Quarters(100, 101), new Quarters(101, 104), new Quarters(104, 108), new Quarters(108, 109));
    }

    @Test
    void tellsThePatientsTimeFromTheOccupiedTime() {
        assertThat(Visits.infusion().withPatient(100)).isEqualTo(new Quarters(100, 108));
        assertThat(Visits.infusion().occupied(100)).isEqualTo(new Quarters(100, 109));
    }

    @Test
    void keepsThePatientUntilTheLastPhaseWithThem() {
        VisitPattern pauseWithin =
                Visits.visit(Visits.phase("ADMINISTRATION", 2), Visits.turnover(3), Visits.phase("OBSERVATION", 1));

        assertThat(pauseWithin.withPatient(10)).isEqualTo(new Quarters(10, 16));
    }

    @Test
    void beginsWithThePatient() {
        assertThatIllegalArgumentException().isThrownBy(Visits::visit);
        assertThatIllegalArgumentException().isThrownBy(() -> Visits.visit(Visits.turnover(1)));
    }

    @Test
    void refusesAPhaseWithoutLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> Visits.phase("ADMINISTRATION", 0));
    }
}
