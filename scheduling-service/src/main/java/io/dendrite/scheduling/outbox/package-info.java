/** Events on their way to Kafka. */
package io.dendrite.scheduling.outbox;
