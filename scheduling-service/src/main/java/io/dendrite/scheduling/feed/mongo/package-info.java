/** Feeds in MongoDB. */
package io.dendrite.scheduling.feed.mongo;
