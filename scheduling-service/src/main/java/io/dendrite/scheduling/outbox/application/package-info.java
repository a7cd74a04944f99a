/** How events leave: what the relay does, and its ports to the database and to Kafka. */
package io.dendrite.scheduling.outbox.application;
