package io.dendrite.scheduling.outbox.application;

import io.dendrite.scheduling.outbox.OutboxEvent;

/**
 * An event that waits, and where.
 *
 * @param collection the collection that holds the document
 * @param documentId the document in whose outbox it waits
 * @param event the event
 */
public record PendingEvent(String collection, String documentId, OutboxEvent event) {}
