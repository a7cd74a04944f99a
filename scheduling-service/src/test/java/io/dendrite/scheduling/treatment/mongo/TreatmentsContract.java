package io.dendrite.scheduling.treatment.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.mongo.MongoContract;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Course;
import io.dendrite.scheduling.treatment.model.Need;
import io.dendrite.scheduling.treatment.model.Phase;
import io.dendrite.scheduling.treatment.model.PhaseKind;
import io.dendrite.scheduling.treatment.model.Preparation;
import io.dendrite.scheduling.treatment.model.ReminderGroup;
import io.dendrite.scheduling.treatment.model.Route;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the catalogue promises whoever stores in it, on any server. */
abstract class TreatmentsContract extends MongoContract {

    private Treatments treatments;

    @BeforeEach
    void open() {
        treatments = new MongoTreatments(database);
    }

    @Test
    void readsATreatmentAsItWasStored() {
        Treatment series = treatment("series", new Course(6, 2, 5, 3), 1);
        Treatment single = treatment("single", null, 1);

        assertThat(treatments.add(series)).isTrue();
        assertThat(treatments.add(single)).isTrue();
        assertThat(treatments.treatment("series")).contains(series);
        assertThat(treatments.treatment("single")).contains(single);
        assertThat(treatments.treatment("other")).isEmpty();
    }

    @Test
    void listsTreatmentsInOrder() {
        treatments.add(treatment("b", null, 1));
        treatments.add(treatment("a", null, 1));

        assertThat(treatments.treatments()).extracting(Treatment::id).containsExactly("a", "b");
    }

    @Test
    void lettingManyAddTheSameTreatmentLetsOneWin() throws Exception {
        assertThat(together(16, () -> treatments.add(treatment("a", null, 1)))).containsOnlyOnce(true);
    }

    @Test
    void lettingManyReplaceTheSameVersionLetsOneWin() throws Exception {
        treatments.add(treatment("a", null, 1));

        assertThat(together(16, () -> treatments.replace(treatment("a", null, 2), 1)))
                .containsOnlyOnce(true);
        assertThat(treatments.treatment("a").orElseThrow().version()).isEqualTo(2);
    }

    private static Treatment treatment(String id, Course course, long version) {
        return new Treatment(
                id,
                "Series",
                Route.INTRAVENOUS,
                List.of("one", "two"),
                List.of(
                        new Phase(
                                PhaseKind.ADMINISTRATION,
                                45,
                                List.of(new Need("CHAIR", Set.of()), new Need("NURSE", Set.of("iv", "monitoring")))),
                        new Phase(PhaseKind.TURNOVER, 15, List.of())),
                course,
                true,
                course != null,
                course == null ? null : "esketamine",
                0,
                new Preparation(6, 2),
                course == null ? ReminderGroup.A : ReminderGroup.C,
                version);
    }
}
