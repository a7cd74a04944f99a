/** Keeps the catalogue in MongoDB. */
package io.dendrite.scheduling.treatment.mongo;
