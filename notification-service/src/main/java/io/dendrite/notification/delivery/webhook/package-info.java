/** Notices handed to a program of the clinic's, such as one that sends text messages. */
@NullMarked
package io.dendrite.notification.delivery.webhook;

import org.jspecify.annotations.NullMarked;
