package io.dendrite.notification.delivery.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.notification.ledger.application.StoreUnavailableException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PatienceTest {

    private final Patience patience = new Patience();
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void repeatsAWriteUntilTheStoreIsBack() {
        patience.insistOn("n", () -> failUntil(3));

        assertThat(tries).hasValue(3);
    }

    @Test
    void stopsRepeatingWhenTheProcessEnds() {
        patience.end();

        patience.insistOn("n", () -> failUntil(Integer.MAX_VALUE));

        assertThat(tries).hasValue(1);
    }

    @Test
    void doesNotHideADefect() {
        assertThatThrownBy(() -> patience.insistOn("n", () -> {
                    throw new IllegalArgumentException("defect");
                }))
                .hasMessage("defect");
    }

    private void failUntil(int success) {
        if (tries.incrementAndGet() < success) {
            throw new StoreUnavailableException(new IllegalStateException("away"));
        }
    }
}
