package io.dendrite.localstack.chaos;

import java.util.List;
import java.util.stream.Stream;

/** The promises, each looked at by itself. */
final class Checks {

    private Checks() {}

    /** Looks at all of them; {@code copiesAllowed} as for {@link MessageChecks}. */
    static List<Finding> all(Acknowledged acknowledged, Evidence evidence, int copiesAllowed) {
        return Stream.of(
                        new BookingChecks(acknowledged, evidence).all(),
                        new MessageChecks(acknowledged, evidence, copiesAllowed).all(),
                        new AuditChecks(acknowledged, evidence).all())
                .flatMap(List::stream)
                .toList();
    }
}
