package io.dendrite.localstack.journey;

import io.dendrite.localstack.stack.LocalStack;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

/** A test of the whole running system, from outside. */
@WithLocalStack
abstract class Journey {

    private static @Nullable JourneyStack running;

    @BeforeAll
    static void take(LocalStack stack) {
        running = new JourneyStack(stack);
    }

    static JourneyStack stack() {
        return Objects.requireNonNull(running);
    }

    static FrontDesk desk() {
        return new FrontDesk(stack().gateway(), stack().tokens().frontDesk());
    }

    /** Where sites, resources and treatments are kept. */
    static FrontDesk office() {
        return new FrontDesk(stack().gateway(), stack().tokens().manager());
    }

    static Mails mails() {
        return new Mails(stack().smtp().folder());
    }
}
