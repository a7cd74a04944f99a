/** Keeps patients in MongoDB. */
package io.dendrite.scheduling.patient.mongo;
