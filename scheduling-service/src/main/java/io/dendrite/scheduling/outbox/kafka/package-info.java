/** Booking events as records on Kafka. */
package io.dendrite.scheduling.outbox.kafka;
