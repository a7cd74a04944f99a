/** Telling front desks that tomorrow's list is ready. */
@NullMarked
package io.dendrite.notification.digest.application;

import org.jspecify.annotations.NullMarked;
