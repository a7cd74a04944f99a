package io.dendrite.scheduling;

import io.dendrite.testsupport.GuardedService;
import io.dendrite.testsupport.RoleMatrixContract;
import org.junit.jupiter.api.Nested;

/** The door of the scheduling service. */
class RoleMatrixIT extends ServiceIT {

    /** Which role may make which call. */
    @Nested
    class Roles extends RoleMatrixContract {
        @Override
        protected GuardedService service() {
            return guarded();
        }
    }
}
