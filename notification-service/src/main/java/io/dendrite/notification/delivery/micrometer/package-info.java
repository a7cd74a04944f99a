/** What operators see of sending. */
@NullMarked
package io.dendrite.notification.delivery.micrometer;

import org.jspecify.annotations.NullMarked;
