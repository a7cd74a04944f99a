package io.dendrite.audit.application;

import io.dendrite.audit.model.AuditRecord;

/**
 * A record that is stored but not linked yet.
 *
 * @param documentId the document that it waits in
 * @param record the record
 */
public record WaitingRecord(String documentId, AuditRecord record) {}
