/** Overrides in MongoDB. */
package io.dendrite.scheduling.breakglass.mongo;
