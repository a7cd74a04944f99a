package io.dendrite.scheduling.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final Block BLOCK = new Block(
            "k1",
            BlockKind.CLOSURE,
            "riverside",
            Quarters.starting(100, 2),
            List.of(new Block.BlockedResource("chair-1", 1), new Block.BlockedResource("nurse-1", 3)),
            false,
            "training",
            Instant.EPOCH);

    @Test
    void claimsItselfAndEveryLaneForAllItsTime() {
        assertThat(BLOCK.claims())
                .containsExactlyInAnyOrder(
                        "k1",
                        "chair-1/0@100",
                        "chair-1/0@101",
                        "nurse-1/0@100",
                        "nurse-1/0@101",
                        "nurse-1/1@100",
                        "nurse-1/1@101",
                        "nurse-1/2@100",
                        "nurse-1/2@101");
    }

    @Test
    void claimsNoPatient() {
        assertThat(BLOCK.patientClaims()).containsExactly("k1");
    }

    @Test
    void isNeverChanged() {
        assertThat(BLOCK.version()).isEqualTo(1);
        assertThat(BLOCK.extent()).isEqualTo(Quarters.starting(100, 2));
    }
}
