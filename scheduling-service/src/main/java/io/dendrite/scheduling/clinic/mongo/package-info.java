/** Keeps sites and resources in MongoDB. */
package io.dendrite.scheduling.clinic.mongo;
