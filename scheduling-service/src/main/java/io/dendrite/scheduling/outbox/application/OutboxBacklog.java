package io.dendrite.scheduling.outbox.application;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits to be published.
 *
 * @param documents how many documents have events that wait
 * @param oldest since when the longest of them has; empty if none does
 */
public record OutboxBacklog(long documents, Optional<Instant> oldest) {}
