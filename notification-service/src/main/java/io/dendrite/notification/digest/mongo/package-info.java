/** Which front desks were told, in MongoDB. */
@NullMarked
package io.dendrite.notification.digest.mongo;

import org.jspecify.annotations.NullMarked;
