package io.dendrite.scheduling;

import io.dendrite.testsupport.FuzzContract;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.springframework.test.context.TestPropertySource;

/** 20,000 random and mutated requests over every operation of the scheduling service. */
@TestPropertySource(properties = {"dendrite.seed-demo-clinic=true", "test.database=fuzz"})
class FuzzIT extends ServiceIT {

    /** All of them. */
    @Nested
    class Fuzz extends FuzzContract {

        private final String token = everything(ISSUER).sign();

        @Override
        protected String base() {
            return FuzzIT.this.base();
        }

        @Override
        protected String token() {
            return token;
        }

        /** It reads all chains from their beginnings. */
        @Override
        protected Set<String> costly() {
            return Set.of("/api/v1/audit/verification");
        }

        @Override
        protected int requests() {
            return 20_000;
        }
    }
}
