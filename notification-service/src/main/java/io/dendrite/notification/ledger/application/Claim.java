package io.dendrite.notification.ledger.application;

import io.dendrite.notification.ledger.model.Notice;
import java.time.Instant;

/**
 * A notice in the hands of one sender.
 *
 * @param notice the row, its attempts counting this one
 * @param owner who holds it
 * @param leaseUntil until when nobody else takes it
 */
public record Claim(Notice notice, String owner, Instant leaseUntil) {}
