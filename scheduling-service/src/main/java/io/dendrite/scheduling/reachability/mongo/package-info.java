/** Whose address takes no mail, in MongoDB. */
@NullMarked
package io.dendrite.scheduling.reachability.mongo;

import org.jspecify.annotations.NullMarked;
