/** The pace of sending, kept by Bucket4j. */
@NullMarked
package io.dendrite.notification.delivery.bucket4j;

import org.jspecify.annotations.NullMarked;
