/** How calls to the database fail. */
@NullMarked
package io.dendrite.notification.store;

import org.jspecify.annotations.NullMarked;
