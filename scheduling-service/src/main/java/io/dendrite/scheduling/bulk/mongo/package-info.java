/** How far imports are, in MongoDB. */
package io.dendrite.scheduling.bulk.mongo;
