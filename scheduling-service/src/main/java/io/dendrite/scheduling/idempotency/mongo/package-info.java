/** Remembers requests in MongoDB. */
package io.dendrite.scheduling.idempotency.mongo;
