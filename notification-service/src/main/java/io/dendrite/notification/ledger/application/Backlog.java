package io.dendrite.notification.ledger.application;

import java.time.Instant;
import java.util.Optional;

/**
 * What is left to send.
 *
 * @param due how many rows are due and not settled
 * @param waiting how many are due later
 * @param oldestDue since when the row that has been due longest is
 */
public record Backlog(long due, long waiting, Optional<Instant> oldestDue) {}
