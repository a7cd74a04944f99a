package io.dendrite.localstack.chaos;

import java.util.List;

/** The record of who did what is whole. */
final class AuditChecks {

    private final Acknowledged acknowledged;
    private final Evidence evidence;

    AuditChecks(Acknowledged acknowledged, Evidence evidence) {
        this.acknowledged = acknowledged;
        this.evidence = evidence;
    }

    List<Finding> all() {
        return List.of(auditIsComplete(), chainsAreUnbroken());
    }

    Finding auditIsComplete() {
        return new Finding(
                "every booking is on record",
                acknowledged.bookings().size(),
                acknowledged.bookings().keySet().stream()
                        .filter(booking -> evidence.audited().stream().noneMatch(audited -> audited.endsWith(booking)))
                        .map(booking -> "booking " + booking)
                        .toList());
    }

    Finding chainsAreUnbroken() {
        return new Finding(
                "the audit's chains are unbroken",
                evidence.chains().size(),
                evidence.chains().stream()
                        .filter(chain -> !chain.path("intact").asBoolean())
                        .map(chain -> "chain of " + chain.path("site").asString(""))
                        .toList());
    }
}
