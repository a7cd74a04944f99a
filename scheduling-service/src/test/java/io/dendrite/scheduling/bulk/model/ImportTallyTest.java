package io.dendrite.scheduling.bulk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImportTallyTest {

    @Test
    void countsAllButKeepsOnlyTheFirstErrors() {
        ImportTally tally = new ImportTally();
        tally.add(RowResult.of(RowOutcome.CREATED));
        tally.add(RowResult.of(RowOutcome.UNCHANGED));
        for (int line = 4; line < 2_504; line++) {
            tally.add(RowResult.refused(List.of(new RowError(line, "name", "must be there"))));
        }

        assertThat(tally.read()).isEqualTo(2_502);
        assertThat(tally.created()).isEqualTo(1);
        assertThat(tally.unchanged()).isEqualTo(1);
        assertThat(tally.refused()).isEqualTo(2_500);
        assertThat(tally.errors())
                .hasSize(ImportTally.KEPT_ERRORS)
                .element(999)
                .isEqualTo(new RowError(1_003, "name", "must be there"));
    }
}
