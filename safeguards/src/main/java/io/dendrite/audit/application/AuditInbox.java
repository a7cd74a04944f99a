package io.dendrite.audit.application;

import io.dendrite.audit.model.AuditRecord;

/** Takes records that no change carries: of reads, searches and refusals. */
@FunctionalInterface
public interface AuditInbox {

    /** Stores a record for good; it is linked into its chain soon after. Fails when it cannot. */
    void add(AuditRecord record);
}
