/** Booking events from Kafka. */
@NullMarked
package io.dendrite.notification.ledger.kafka;

import org.jspecify.annotations.NullMarked;
