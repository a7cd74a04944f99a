package io.dendrite.localstack.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;

class IndexKeyTypeTest {

    private static final List<KeyValue> KEYS = List.of(
            new KeyValue("riverside", "chair-1/1@20"),
            new KeyValue("riverside", "chair-1/1@21"),
            new KeyValue("riverside", "chair-1"),
            new KeyValue("riverside"),
            new KeyValue("uptown", "chair-1/1@20"),
            new KeyValue("uptown", Missing.getInstance()),
            new KeyValue(1.0),
            new KeyValue(2.0, "a"),
            new KeyValue(true),
            new KeyValue(Instant.EPOCH),
            new KeyValue(Missing.getInstance()),
            new KeyValue("äß€𝄞", "x".repeat(500)));

    private final IndexKeyType type = new IndexKeyType();

    @Test
    void readsWhatItHasWritten() {
        for (KeyValue key : KEYS) {
            WriteBuffer buffer = new WriteBuffer();
            type.write(buffer, key);
            ByteBuffer written = buffer.getBuffer();
            written.flip();

            assertThat(type.compare(type.read(written), key)).as(key.toString()).isZero();
            assertThat(written.hasRemaining()).isFalse();
            assertThat(type.getMemory(key)).isPositive();
        }
    }

    @Test
    void putsKeysInOneOrderAndTellsDifferentOnesApart() {
        List<KeyValue> sorted = KEYS.stream().sorted(type).toList();

        for (int one = 0; one < sorted.size(); one++) {
            for (int other = 0; other < sorted.size(); other++) {
                assertThat(Integer.signum(type.compare(sorted.get(one), sorted.get(other))))
                        .as(sorted.get(one) + " and " + sorted.get(other))
                        .isEqualTo(Integer.compare(one, other));
            }
        }
    }
}
