/** The ledger in MongoDB. */
@NullMarked
package io.dendrite.notification.ledger.mongo;

import org.jspecify.annotations.NullMarked;
