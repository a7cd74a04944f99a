/** The connection to MongoDB that all adapters share. */
package io.dendrite.scheduling.mongo;
