/** A durable server of MongoDB's wire protocol inside this JVM. */
package io.dendrite.localstack.mongo;
