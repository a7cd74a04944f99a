/** The waitlist in MongoDB. */
package io.dendrite.scheduling.waitlist.mongo;
