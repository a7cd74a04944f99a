/** A real Kafka node inside this JVM. */
package io.dendrite.localstack.kafka;
