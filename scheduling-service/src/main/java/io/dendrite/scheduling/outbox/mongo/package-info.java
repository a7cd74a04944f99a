/** The outbox arrays in MongoDB documents. */
package io.dendrite.scheduling.outbox.mongo;
